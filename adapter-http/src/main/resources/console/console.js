// The console: creates and verifies tokens through the HTTP API of its server.
// Input and answers are set as text, never as markup; nothing is stored or loaded from elsewhere.
'use strict';

const DAY = 86400;
const $ = id => document.getElementById(id);
const checked = name => document.querySelector(`input[name="${name}"]:checked`).value;

/** An element with properties and children; strings become text. */
function el(tag, props, ...children) {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children.filter(child => child != null && child !== ''));
  return made;
}

/** Tells users of screen readers what has changed. */
const say = text => { $('said').textContent = text; };

// ---- The API

let accessKey = '';

/** An error of the API, as its problem document describes it. */
class Problem extends Error {
  constructor({ title = 'Unknown error', detail = '', code = '', errors = [] }, status, retryAfter) {
    super(detail || title);
    Object.assign(this, { title, detail, code, errors, status, retryAfter });
  }
}

async function send(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (accessKey) headers.Authorization = `Bearer ${accessKey}`;
  let response, answer;
  try {
    response = await fetch(path, { method, headers, body });
    answer = await response.text();
  } catch {
    throw new Problem({ title: 'Server unreachable', detail: 'Check that it is running, then try again.' });
  }
  if (response.status === 204) return null;
  let read;
  try {
    read = JSON.parse(answer);
  } catch {
    throw new Problem({ title: `Unexpected answer: status ${response.status} without JSON` });
  }
  if (response.status === 401 && !accessKey)
    read = { title: 'Authentication required', detail: 'Enter an API key or a JWT at the top.', code: read.code };
  if (read.code === 'unknown_project' && !read.errors) read.errors = [{ field: 'project', message: read.detail.replace(/^project: /, '') }];
  if (!response.ok) throw new Problem(read, response.status, response.headers.get('Retry-After'));
  return read;
}

const post = (path, body) => send('POST', path, body);

let whenKeyIsKnown = null;

function showKeyPanel(shown) {
  $('key-panel').hidden = !shown;
  $('key-open').setAttribute('aria-expanded', shown);
  if (shown) $('key').focus();
}

function setKey(value) {
  accessKey = value;
  $('key').value = '';
  $('key-open').textContent = value ? 'Access key: set' : 'Access key';
  showKeyPanel(false);
  $('key-open').focus();
  renderSnippets();
}

// ---- Errors at their fields

function clearProblem({ form, box }) {
  box.hidden = true;
  box.replaceChildren();
  form.querySelectorAll('.error').forEach(error => error.remove());
  form.querySelectorAll('[aria-invalid]').forEach(input => {
    input.removeAttribute('aria-invalid');
    input.setAttribute('aria-describedby', input.dataset.hints);
  });
}

function complainAt(input, message) {
  if ($(`${input.id}-error`)?.textContent === message) return;
  const error = el('p', { className: 'error', id: `${input.id}-error` }, message);
  if (!input.hasAttribute('aria-invalid')) input.dataset.hints = input.getAttribute('aria-describedby') || '';
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', `${error.id} ${input.dataset.hints}`);
  input.closest('details')?.setAttribute('open', '');
  (input.closest('.life') || input).after(error);
}

/** Shows every error at its field. The box, which is read out, has the rest. */
function showProblem({ form, box, inputFor }, problem) {
  const elsewhere = [];
  for (const { field, message } of problem.errors) {
    const input = inputFor(field || '');
    if (input && !input.closest('[hidden]')) {
      complainAt(input, message);
    } else {
      elsewhere.push(el('li', {}, field ? el('code', {}, field) : '', ` ${message}`));
    }
  }
  const { title, detail, errors, retryAfter } = problem;
  const marked = errors.length - elsewhere.length;
  box.append(el('b', {}, title), marked ? `${marked} ${marked === 1 ? 'field is' : 'fields are'} marked above.` : '', errors.length ? '' : detail, retryAfter ? ` Try again in ${retryAfter} s.` : '', ' ', code(problem.code));
  if (elsewhere.length) box.append(el('ul', {}, ...elsewhere));
  box.hidden = false;
  form.querySelector('[aria-invalid]')?.focus();
}

/** Submits a form and shows its errors. A 401 asks for a key and then tries again. */
async function attempt(asked) {
  const { form, button, work } = asked;
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  clearProblem(asked);
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    showProblem(asked, problem);
    if (problem.status === 401) {
      whenKeyIsKnown = form;
      showKeyPanel(true);
    }
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

// ---- Time in words

const UNITS = [['years', 31557600], ['days', DAY], ['h', 3600], ['min', 60], ['s', 1]];

/** A duration in its largest units, two below a day: 3 years, 1 h 30 min. */
function inWords(seconds) {
  const at = Math.max(0, UNITS.findIndex(([, size]) => seconds >= size));
  const [unit, size] = UNITS[at];
  const count = Math.floor(seconds / size);
  const rest = at > 1 && at < 4 ? Math.floor((seconds % size) / UNITS[at + 1][1]) : 0;
  return `${count} ${count === 1 ? unit.replace(/(?<=..)s$/, '') : unit}${rest ? ` ${rest} ${UNITS[at + 1][0]}` : ''}`;
}

const seconds = instant => new Date(instant).getTime() / 1000;
const now = () => Date.now() / 1000;

function utc(instant) {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? String(instant) : time.toISOString().replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC');
}

/** The local time, without a date that is the same; empty where the zone is UTC. */
function local(instant) {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime()) || !time.getTimezoneOffset()) return '';
  const [day, hour] = time.toLocaleString('sv-SE').split(' ');
  const zone = time.toLocaleTimeString('en-GB', { timeZoneName: 'short' }).split(' ').slice(1).join(' ');
  return `${day === utc(instant).slice(0, 10) ? '' : `${day} `}${hour} ${zone}`;
}

const localTime = instant => (local(instant) ? el('span', { className: 'local' }, ` ${local(instant)}`) : '');

function relative(instant) {
  const ahead = Math.trunc(seconds(instant) - now());
  return ahead > 0 ? `in ${inWords(ahead)}` : ahead === 0 ? 'now' : `${inWords(-ahead)} ago`;
}

function moment(instant) {
  return el('span', { className: 'moment' }, el('span', {}, utc(instant)), localTime(instant), ' ', distance(instant));
}

function distance(instant) {
  const words = el('span', { className: 'soft live' }, relative(instant));
  words.dataset.at = instant;
  return words;
}

// Tokens are valid for a day at most, which fits this format.
const clock = left => new Date(Math.min(left, DAY - 1) * 1000).toISOString().slice(left < 3600 ? 14 : 11, 19);

// ---- The form that creates tokens

const STOPS = [60, 300, 600, 900, 1800, 2700, 3600, 5400, 7200, 10800, 14400, 21600, 28800, 36000, 43200, 57600, 72000, DAY];
const RTC_PRIVILEGES = {
  joinChannel: 'Join the channel', publishAudioStream: 'Publish audio',
  publishVideoStream: 'Publish video', publishDataStream: 'Publish data' };
const HINTS = {
  rtc: 'To join an audio or video channel.',
  rtm: 'To log in to Signaling: messages, presence, storage. It does not cover audio or video.',
  both: 'For an app that joins a channel and logs in to Signaling with one token.',
  'chat-user': 'To sign a user in to Chat.',
  'chat-app': 'For your server only: it may do everything in Chat. Never pass it to an app.',
  json: 'Several services in one token, streaming, classrooms, permissions.',
  number: 'For join calls that take a number, 1 to 4294967295. The account "1234" is a different user.',
  account: 'For join calls that take a string: joinChannelWithUserAccount, or a string uid on the web.',
  anyone: 'Every client may use the token, with any uid. Official builders do the same for uid 0.',
  publisher: 'Join, and publish audio, video and data.',
  subscriber: 'Join and listen. Agora enforces this only with co-host authentication switched on for the project.',
  single: 'Each privilege has a lifetime; if empty, that of the token.' };

function parseLifetime(text) {
  const match = /^\s*(\d{1,12})\s*([smh]?)\s*$/.exec(text);
  return match ? Number(match[1]) * { '': 1, s: 1, m: 60, h: 3600 }[match[2]] : NaN;
}

/** A lifetime as the command line takes it: 1h, 90m, 45. */
function shortLifetime(count) {
  return count && count % 3600 === 0 ? `${count / 3600}h` : count && count % 60 === 0 ? `${count / 60}m` : String(count);
}

/** An error that this page finds before it sends anything. */
const fault = (field, message) => new Problem({ title: 'Not sent', detail: message, errors: [{ field, message }] });

/** A lifetime in seconds. Invalid text stays: the server reports it with all other errors. */
function lifetimeOf({ value }) {
  const count = parseLifetime(value);
  return Number.isNaN(count) ? value : count;
}

/** The same for a uid. */
function numberOf({ value }) {
  return /^\s*\d+\s*$/.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function userOf() {
  switch (checked('user-kind')) {
    case 'anyone': return { anyUser: true };
    case 'account': return { account: $('user').value };
    default: return { uid: numberOf($('user')) };
  }
}

function rightsOf(expiresIn) {
  if (checked('role') !== 'single') return { role: checked('role') };
  const privileges = {};
  for (const name of Object.keys(RTC_PRIVILEGES)) {
    const own = $(`privilege-${name}`);
    if ($(`has-${name}`).checked)
      privileges[name] = own.value.trim() ? lifetimeOf(own) : expiresIn;
  }
  return { privileges };
}

function servicesOf(kind, expiresIn) {
  const userId = $('user-id').value;
  if (kind === 'chat-app') return [{ type: 'chat', app: true }];
  if (kind === 'chat-user') return [{ type: 'chat', userId }];
  if (kind === 'rtm') return [{ type: 'rtm', userId }];
  const rtc = { type: 'rtc', channel: $('channel').value, ...userOf(), ...rightsOf(expiresIn) };
  return kind === 'rtc' ? [rtc] : [rtc, { type: 'rtm', userId }];
}

/** The form as the body of POST /v1/tokens. */
function requestOf() {
  const kind = checked('kind');
  if (kind === 'json') {
    try {
      return JSON.parse($('json').value);
    } catch (e) {
      throw fault('json', `invalid JSON: ${e.message}`);
    }
  }
  const expiresIn = lifetimeOf($('expires-in'));
  return {
    project: $('project').value || undefined, format: $('format').value || undefined,
    expiresIn, services: servicesOf(kind, expiresIn), wildcards: $('wildcards').checked || undefined };
}

function makeInputFor(field) {
  if (checked('kind') === 'json') return field === 'json' ? $('json') : null;
  const name = field.replace(/^services\[\d+\]\.?/, '');
  const ids = { uid: 'user', account: 'user', anyUser: 'user', userId: 'user-id', expiresIn: 'expires-in', lifetime: 'expires-in' };
  const input = $(Object.hasOwn(ids, name) ? ids[name] : name.replace('privileges.', 'privilege-'));
  return name.startsWith('privileges.') && !input.value ? $('expires-in') : input;
}

function buildPrivileges() {
  for (const [name, label] of Object.entries(RTC_PRIVILEGES)) {
    const box = el('input', { type: 'checkbox', id: `has-${name}`, checked: name === 'joinChannel' });
    const own = el('input', { id: `privilege-${name}`, placeholder: 'as token', ariaLabel: `${label}: lifetime` });
    $('privileges').append(el('label', {}, box, ` ${label}`), own);
  }
}

/** Shows the parts of the form that belong to the selected service, user and role. */
function arrange() {
  const [kind, userKind, role] = ['kind', 'user-kind', 'role'].map(checked);
  document.querySelectorAll('[data-for]').forEach(part => {
    part.hidden = !part.dataset.for.split(' ').includes(kind);
  });
  $('kind-hint').textContent = HINTS[kind];
  $('user-hint').textContent = HINTS[userKind];
  $('role-hint').textContent = HINTS[role];
  $('user-field').hidden = userKind === 'anyone';
  $('user-label').textContent = `User ${userKind}`;
  $('user-id-label').textContent = kind === 'chat-user' ? 'Chat user' : 'Signaling user';
  $('user-id-hint').textContent = kind === 'chat-user' ? '1 to 64 of a–z, 0–9, “_”, “-” and “.”; lower case only.'
    : 'The user id that the app logs in with, 1 to 64 bytes. Often the same as in the channel.';
  $('privileges').hidden = role !== 'single';
  for (const name of Object.keys(RTC_PRIVILEGES)) $(`privilege-${name}`).disabled = !$(`has-${name}`).checked;
}

function showLife(count) {
  if (Number.isNaN(count)) return;
  const at = STOPS.findLastIndex(stop => stop <= count);
  $('life').value = Math.max(0, at);
  $('life').ariaValueText = inWords(count);
}

let made = null;

async function make() {
  const request = requestOf();
  const text = JSON.stringify(request);
  const issued = await post('v1/tokens', checked('kind') === 'json' ? $('json').value : text);
  made = { issued, request, text };
  $('token').textContent = issued.token;
  $('made-sheet').replaceChildren(factsOf(issued, ['token', 'services', 'expiresAt']), ...issued.services.map(serviceSheet));
  $('make-empty').hidden = true;
  $('made').hidden = false;
  $('changed').hidden = true;
  tick();
  suggestProject(issued.project);
  say(`Token created. It expires ${relative(issued.expiresAt)}.`);
  reveal($('token-title').parentElement);
}

/** Scrolls to a result unless its main part is visible. */
function reveal(result) {
  const { top, bottom } = result.getBoundingClientRect();
  if (top < 40 || Math.min(bottom, top + 480) > innerHeight) result.scrollIntoView();
}

/** Suggests only projects that this page got tokens for: other names may be private. */
function suggestProject(name) {
  if (![...$('projects').options].some(known => known.value === name)) $('projects').append(el('option', { value: name }));
}

async function copy(button) {
  const label = button.textContent;
  if (/^Copied|^Not/.test(label)) return;
  try {
    await navigator.clipboard.writeText($(button.dataset.copy).textContent);
    button.textContent = 'Copied';
    say('Copied');
  } catch {
    button.textContent = 'Not copied';
    getSelection().selectAllChildren($(button.dataset.copy));
    say('The browser blocked copying. The text is selected: copy it with the keyboard.');
  }
  setTimeout(() => { button.textContent = label; }, 1500);
}

// ---- Code for this request

const shellQuoted = text => `'${text.replaceAll("'", `'\\''`)}'`;
const shellWord = text => (/^[\w%+=:,./@-]+$/.test(text) ? text : shellQuoted(text));
const option = (name, value) => (value.startsWith('-') ? shellWord(`${name}=${value}`) : `${name} ${shellWord(value)}`);

const address = path => new URL(path, location).href;

const bearer = () => (accessKey ? ['-H "Authorization: Bearer $AGORA_TOKEN_KEY"'] : []);

function curlOf(text) {
  return [
    `curl -sS ${shellWord(address('v1/tokens'))}`, "-H 'Content-Type: application/json'",
    ...bearer(),
    `-d ${shellQuoted(text)}`].join(' \\\n  ');
}

function fetchOf(request) {
  const key = accessKey ? `\n    // In your backend only: an API key must not reach a browser.\n    Authorization: \`Bearer \${process.env.AGORA_TOKEN_KEY}\`,` : '';
  return `const response = await fetch(${JSON.stringify(address('v1/tokens'))}, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',${key}
  },
  body: JSON.stringify(${JSON.stringify(request, null, 2).replaceAll('\n', '\n  ')}),
});
if (!response.ok) throw new Error((await response.json()).detail);
const { token } = await response.json();`;
}

const JWT_NOTE = '// jwt: from your identity provider. Never put an API key into an app.\n';

/** A raw Swift string, with more # around it than in it. */
function swiftString(text) {
  const signs = '#'.repeat(Math.max(0, ...(text.match(/#+/g) || []).map(run => run.length)) + 1);
  return `${signs}"${text}"${signs}`;
}

function swiftOf(text) {
  return `import Foundation

struct IssuedToken: Decodable { let token: String }

${accessKey ? JWT_NOTE : ''}func fetchToken(${accessKey ? 'jwt: String' : ''}) async throws -> String {
    var request = URLRequest(url: URL(string: ${JSON.stringify(address('v1/tokens'))})!)
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
${accessKey ? '    request.setValue("Bearer \\(jwt)", forHTTPHeaderField: "Authorization")\n' : ''}    request.httpBody = Data(${swiftString(text)}.utf8)
    let (data, response) = try await URLSession.shared.data(for: request)
    guard (response as? HTTPURLResponse)?.statusCode == 201 else { throw URLError(.badServerResponse) }
    return try JSONDecoder().decode(IssuedToken.self, from: data).token
}`;
}

function kotlinOf(text) {
  return `import java.io.IOException
import java.net.HttpURLConnection
import java.net.URL
import org.json.JSONObject

// Call it off the main thread.
${accessKey ? JWT_NOTE : ''}fun fetchToken(${accessKey ? 'jwt: String' : ''}): String {
    val connection = URL(${javaString(address('v1/tokens'))}).openConnection() as HttpURLConnection
    connection.requestMethod = "POST"
    connection.doOutput = true
    connection.setRequestProperty("Content-Type", "application/json")
${accessKey ? '    connection.setRequestProperty("Authorization", "Bearer $jwt")\n' : ''}    connection.outputStream.use { it.write(${javaString(text).replaceAll('$', '\\$')}.toByteArray()) }
    if (connection.responseCode != 201) throw IOException("status \${connection.responseCode}")
    return JSONObject(connection.inputStream.bufferedReader().readText()).getString("token")
}`;
}

/** Why a snippet cannot show this request. */
class NotShown extends Error {}

/** The path for the services of the form. */
function compatiblePath([service, rtm]) {
  if (service.type === 'rtm') return ['rtm', service.userId];
  if (service.type === 'chat') return service.app ? ['chat', 'app'] : ['chat', 'account', service.userId];
  const { channel, role, account, uid } = service;
  if (!role) throw new NotShown('The compatible routes take a role, not single privileges.');
  const user = account === undefined ? ['uid', uid ?? 0] : ['userAccount', account];
  return [rtm ? 'rte' : 'rtc', channel, role, ...user, ...(rtm ? [rtm.userId] : [])];
}

function compatibleOf({ project, format, expiresIn, services, wildcards }, fromForm) {
  if (!fromForm || project || wildcards) throw new NotShown('The compatible routes have no projects, wildcards or other services.');
  const path = compatiblePath(services).map(String);
  if (path.some(segment => /^\.{0,2}$/.test(segment))) throw new NotShown('This name cannot stand in a path.');
  const target = `${path.map(encodeURIComponent).join('/')}/?expiry=${expiresIn}${format ? `&format=${format}` : ''}`;
  const two = path[0] === 'rte' ? '# Returns two tokens: rtcToken and rtmToken.\n' : '';
  return two + [`curl -sS ${shellQuoted(address(target))}`, ...bearer()].join(' \\\n  ');
}

function rtcOptions({ anyUser, uid, account, role, privileges }) {
  const user = anyUser ? '--any-user' : account === undefined ? `--uid ${uid}` : option('--account', account);
  if (role) return [user, `--role ${role}`];
  return [user, ...Object.entries(privileges).map(([name, count]) => `--privilege ${name}=${shortLifetime(count)}`)];
}

/** The command for one service of the form, its options and its argument. */
function commandParts(service) {
  if (service.type === 'rtm') return ['rtm', [], service.userId];
  if (service.type === 'chat') return service.app ? ['chat app', [], ''] : ['chat user', [], service.userId];
  return ['rtc', rtcOptions(service), service.channel];
}

function commandOf(request, text, fromForm) {
  if (!fromForm || request.services.length > 1) return `printf '%s' ${shellQuoted(text)} |\n  agora-token issue --request -`;
  const [words, options, name] = commandParts(request.services[0]);
  options.push(`--expire ${shortLifetime(request.expiresIn)}`);
  if (request.format) options.push(`--format ${request.format}`);
  if (request.project) options.push(option('--project', request.project));
  if (request.wildcards) options.push('--allow-wildcard');
  const command = `agora-token ${words}`;
  const dashed = name.startsWith('-');
  const named = words === 'chat app' || dashed ? command : `${command} ${shellWord(name)}`;
  return [named, ...options, ...(dashed ? [`-- ${shellWord(name)}`] : [])].join(' \\\n  ');
}

/** A Java string literal: JSON with all but plain ASCII escaped. */
const javaString = text =>
  JSON.stringify(text).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function javaGrants(privileges) {
  const ends = Object.entries(privileges).map(([name, count]) =>
    `Rtc.Privilege.${name.replace(/[A-Z]/g, '_$&').toUpperCase()},\n                PrivilegeExpiry.after(Lifetime.ofSeconds(${count}))`);
  return `GrantedPrivileges.of(Map.of(\n            ${ends.join(',\n            ')}))`;
}

function javaRtc({ channel, account, uid, anyUser, role, privileges }) {
  const place = `${channel.includes('*') ? 'ChannelPattern' : 'ChannelName'}.of(${javaString(channel)})`;
  const user = anyUser ? 'AnyUser.ANY_USER'
    : account === undefined ? `UserId.of(${uid}${uid > 0x7fffffff ? 'L' : ''})`
      : `${account.includes('*') ? 'UserPattern' : 'UserAccount'}.of(${javaString(account)})`;
  const what = privileges ? 'new Rtc' : role === 'subscriber' ? 'Rtc.subscriber' : 'Rtc.publisher';
  return `${what}(${[place, user, ...(privileges ? [javaGrants(privileges)] : [])].join(',\n        ')})`;
}

function javaService(service) {
  switch (service.type) {
    case 'rtc': return javaRtc(service);
    case 'rtm': return `Rtm.login(RtmUserId.of(${javaString(service.userId)}))`;
    case 'chat': return service.app ? 'Chat.app()' : `Chat.user(ChatUserId.of(${javaString(service.userId)}))`;
    default: throw new NotShown(`For ${service.type}, see the class of that name in dev.agoratoken.token.service.`);
  }
}

function javaOf(request) {
  const services = request.services.map(javaService);
  const count = request.expiresIn ?? 3600;
  const old = request.format === '006';
  const what = services.length === 1 && !old ? services[0] : `List.of(\n        ${services.join(',\n        ')})`;
  const life = old ? `Lifetime.ofSeconds(${count}), TokenFormat.V006` : `Duration.ofSeconds(${count})`;
  const java = old ? [] : ['java.time.Duration'];
  if (what.includes('List.of')) java.push('java.util.List');
  if (what.includes('Map.of')) java.push('java.util.Map');
  const imports = ['dev.agoratoken.issuing.*', 'dev.agoratoken.token.*', 'dev.agoratoken.token.service.*', ...java].map(name => `import ${name};`);
  return `${imports.join('\n')}

// Create it once and keep it; it is thread-safe.
var mint = TokenMint.of(Project.of(
    System.getenv("APP_ID"),
    System.getenv("APP_CERTIFICATE")));

String token = mint.mint(
    ${what},
    ${life}).text();`;
}

const SNIPPETS = {
  curl: 'curl', fetch: 'fetch', swift: 'Swift', kotlin: 'Kotlin', java: 'Java', cli: 'CLI', compatible: 'Compatible' };

function buildSnippets() {
  const tabs = el('div', { className: 'languages', role: 'tablist', ariaLabel: 'Language' });
  $('snippets').append(tabs);
  for (const [id, title] of Object.entries(SNIPPETS)) {
    const tab = el('button', { type: 'button', role: 'tab', id: `tab-snippet-${id}` }, title);
    tab.setAttribute('aria-controls', `snippet-${id}`);
    tabs.append(tab);
    const button = el('button', { type: 'button', className: 'quiet', ariaLabel: `Copy: ${title}` }, 'Copy');
    button.dataset.copy = id;
    const panel = el('div', { className: 'snippet', id: `snippet-${id}`, role: 'tabpanel' },
      el('p', { className: 'hint', id: `${id}-hint` }), button, el('pre', {}, el('code', { id })));
    panel.setAttribute('aria-labelledby', tab.id);
    $('snippets').append(panel);
  }
  select('snippet-curl');
}

/** Shows the snippets for the form, which it returns as JSON. */
function renderSnippets() {
  let request, text;
  try {
    request = requestOf();
    text = JSON.stringify(request);
  } catch (e) {
    if (!(e instanceof Problem)) throw e;
  }
  const fromForm = checked('kind') !== 'json';
  const written = {
    curl: () => curlOf(text), fetch: () => fetchOf(request), swift: () => swiftOf(text), kotlin: () => kotlinOf(text),
    java: () => javaOf(request), cli: () => commandOf(request, text, fromForm), compatible: () => compatibleOf(request, fromForm) };
  for (const [id, write] of Object.entries(written)) showSnippet(id, request && isComplete(request, fromForm), write);
  return text;
}

/** Whether every number of the form is valid. The server checks what is typed as JSON. */
function isComplete({ expiresIn, services }, fromForm) {
  const numbers = fromForm ? [expiresIn, ...services.flatMap(({ uid, privileges = {} }) => [uid ?? 0, ...Object.values(privileges)])] : [];
  return numbers.every(Number.isInteger);
}

function showSnippet(id, complete, write) {
  let snippet = '', hint = 'Correct the form to see the code.';
  try {
    if (complete) snippet = write();
  } catch (e) {
    // JSON may lack anything.
    if (e instanceof NotShown) hint = e.message;
    else if (!(e instanceof TypeError)) throw e;
  }
  $(id).textContent = snippet;
  $(`${id}-hint`).textContent = snippet ? '' : hint;
  $(`snippet-${id}`).classList.toggle('none', !snippet);
}

let signalingUserIsOwn = false;

function makeChanged({ target }) {
  if (target === $('life')) $('expires-in').value = shortLifetime(STOPS[target.value]);
  if (target === $('user-id')) signalingUserIsOwn = true;
  if (target === $('user') && !signalingUserIsOwn) $('user-id').value = target.value;
  showLife(parseLifetime($('expires-in').value));
  arrange();
  const text = renderSnippets();
  if (made) $('changed').hidden = text === made.text;
}

// ---- The content of a token

const SERVICES = { rtc: 'Audio and video', rtm: 'Signaling', chat: 'Chat', rtm2: 'Signaling with permissions', convoai: 'Conversational AI', stt: 'Speech to text' };
const LABELS = {
  userId: 'User', roomUuid: 'Room', userUuid: 'User', id: 'Number', channelCrc32: 'Channel, as CRC-32', userCrc32: 'User, as CRC-32',
  appId: 'App ID', issuedAt: 'Issued', expiresAt: 'Expires', unread: 'Unread bytes' };
const labelOf = name => LABELS[name] || name[0].toUpperCase() + name.slice(1);

const code = text => el('code', {}, String(text));

const userInWords = ({ kind, value }) => (kind === 'anyone'
  ? el('span', {}, value ? code(value) : '', ' any user')
  : el('span', {}, code(kind === 'account' ? `"${value}"` : value), kind === 'number' ? ' number (uid)' : ' account (string)'));

function valueOf(name, value) {
  if (name === 'user' && value && typeof value === 'object') return userInWords(value);
  if (name.endsWith('At') || name === 'until') return moment(value);
  if (name === 'userId' && value === '') return 'none';
  return code(typeof value === 'object' ? JSON.stringify(value) : value);
}

const factsOf = (document, skipped) => el('dl', { className: 'facts' }, ...Object.entries(document)
  .filter(([name, value]) => value != null && !skipped.includes(name))
  .flatMap(([name, value]) => [el('dt', {}, labelOf(name)), el('dd', {}, valueOf(name, value))]));

const privilegeName = privilege => privilege.name || `privilege ${privilege.id}`;

/** Privileges by their expiry, in the order of the token. */
function byExpiry(privileges) {
  const groups = new Map();
  privileges.forEach(privilege => groups.set(privilege.expiresAt, [...(groups.get(privilege.expiresAt) || []), privilege]));
  return [...groups];
}

function privilegeRow([expiresAt, privileges]) {
  const names = el('span', { className: 'chips' }, ...privileges.map(privilege => code(privilegeName(privilege))));
  return el('tr', {}, el('td', {}, names), el('td', {}, distance(expiresAt), el('span', { className: 'soft' }, utc(expiresAt)), localTime(expiresAt)));
}

function serviceSheet(service) {
  const privileges = service.privileges || [];
  return el('div', { className: 'service' },
    el('h3', {}, SERVICES[service.type] || labelOf(service.type), ' ', el('small', {}, service.type)),
    factsOf(service, ['type', 'privileges']),
    privileges.length ? el('table', { className: 'rights' },
      el('thead', {}, el('tr', {}, el('th', {}, 'Privileges'), el('th', {}, 'Expire'))), el('tbody', {}, ...byExpiry(privileges).map(privilegeRow))) : '');
}

// ---- The timeline

function svg(tag, attributes, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  if (text != null) made.textContent = text;
  return made;
}

/** The bars of the picture: the token, and the privileges of each service that expire together. */
function barsOf(inspection) {
  const bars = [{ label: 'Token', end: seconds(inspection.expiresAt) }];
  for (const { type, privileges = [] } of inspection.services || []) {
    for (const [end, together] of byExpiry(privileges)) {
      const names = together.map(privilegeName);
      bars.push({ label: `${type}: ${names.length > 2 ? `${names.length} privileges` : names.join(', ')}`, end: seconds(end) });
    }
  }
  return bars;
}

/** The named moments in order; those of the same second share a place. */
function momentsOf(inspection, at, issued) {
  const named = [[at, 'now'], [seconds(inspection.expiresAt), 'token expires']];
  if (issued !== null) named.push([issued, 'issued'], [issued + DAY, '24 h limit']);
  const merged = new Map();
  named.sort((a, b) => a[0] - b[0]).forEach(([time, name]) => merged.set(time, [...(merged.get(time) || []), name]));
  return merged;
}

/** Maps times to places; long stretches are shortened to fit minutes and years. */
function scaleOf(times, left, right) {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  let reached = 0;
  const places = new Map(sorted.map((time, at) => {
    if (at) reached += 2 + Math.log2(1 + (time - sorted[at - 1]) / 60);
    return [time, reached];
  }));
  return time => left + (right - left) * places.get(time) / (reached || 1);
}

function offset(time, issued) {
  if (issued === null || time === issued) return utc(time * 1000).slice(0, 16);
  return `${time > issued ? '+' : '−'}${inWords(Math.abs(time - issued))}`;
}

function drawMoments(picture, moments, place, width, bottom, issued) {
  const rowEnds = [];
  const labels = [...moments].map(([time, names]) => ({ x: place(time), name: names.join(', '), time }));
  labels.forEach(label => {
    label.width = 6.7 * Math.max(label.name.length, offset(label.time, issued).length);
    label.left = Math.min(Math.max(0, label.x - label.width / 2), width - label.width);
    label.row = rowEnds.findIndex(end => end + 8 < label.left);
    if (label.row < 0) label.row = rowEnds.push(0) - 1;
    rowEnds[label.row] = label.left + label.width;
  });
  const top = rowEnds.length * 32;
  labels.forEach(({ x, name, time, left, row, width: wide }) => {
    const kind = name.includes('now') ? 'now' : name.includes('24 h') ? 'wall' : 'rule';
    const middle = left + wide / 2;
    picture.append(
      svg('line', { x1: x, x2: x, y1: row * 32 + 30, y2: bottom + top, class: kind }),
      svg('text', { x: middle, y: row * 32 + 12, 'text-anchor': 'middle', class: 'strong' }, name),
      svg('text', { x: middle, y: row * 32 + 26, 'text-anchor': 'middle', class: 'faint' }, offset(time, issued)));
  });
  return top;
}

function drawBar(picture, bar, y, place, start, wall, at) {
  const honest = Math.min(bar.end, wall);
  picture.append(svg('text', { x: 0, y: y + 11 }, bar.label));
  const from = place(start);
  if (honest > start) {
    picture.append(svg('rect', { x: from, y: y + 17, width: Math.max(2, place(honest) - from), height: 9, rx: 2, class: honest <= at ? 'span gone' : 'span' }));
  } else {
    picture.append(svg('text', { x: place(bar.end) - 4, y: y + 26, class: 'strong' }, '✕'));
  }
  if (bar.end > honest)
    picture.append(svg('rect', { x: place(honest), y: y + 17.5, width: place(bar.end) - place(honest), height: 8, class: 'beyond' }));
}

function timeInSentences(bars, at, issued, wall) {
  const sentence = (name, verb, time) => `${name} ${verb} ${utc(time * 1000)}, ${relative(time * 1000)}`;
  const ends = bars.map(({ label, end }) => sentence(label, end <= at ? 'expired' : 'expires', end)
    + (end > wall ? '; Agora rejects it 24 hours after it was issued' : ''));
  return [issued === null ? 'Format 006 does not record when it was issued' : sentence('Token', 'issued', issued), ...ends];
}

function drawTime(inspection, host) {
  const bars = barsOf(inspection);
  const at = Math.floor(now());
  const width = Math.max(240, host.clientWidth);
  const issued = inspection.issuedAt ? seconds(inspection.issuedAt) : null;
  const wall = issued === null ? Infinity : issued + DAY;
  // Format 006 does not record when it was issued, but builders set its expiry to 24 hours later.
  const start = issued ?? seconds(inspection.expiresAt) - DAY;
  const moments = momentsOf(inspection, at, issued);
  const place = scaleOf([...moments.keys(), start, ...bars.map(bar => bar.end)], 8, width - 8);
  const sentences = timeInSentences(bars, at, issued, wall);
  const picture = svg('svg', { class: 'timeline', role: 'img', 'aria-label': `Timeline. ${sentences.join('. ')}.` });
  const rows = bars.length * 34 + 6;
  const top = drawMoments(picture, moments, place, width, rows, issued);
  bars.forEach((bar, row) => drawBar(picture, bar, top + row * 34 + 4, place, start, wall, at));
  picture.setAttribute('viewBox', `0 0 ${width} ${top + rows}`);
  host.replaceChildren(picture);
}

// ---- The form that verifies tokens

const VERDICTS = {
  accepted: ['✓', 'Accepted', 'The signature is valid, and no problems were found.'],
  refused: ['✕', 'Rejected', 'Agora rejects this token.'],
  undecided: ['?', 'Undecided', 'This server cannot check the signature.'],
  demo: ['!', 'Demo token', 'It is valid here, but Agora does not know its App ID and rejects it.'] };
const SEVERITIES = { error: '✕ Error', warning: '△ Warning', note: 'ⓘ Note' };
const EXAMPLES = {
  pleeels: {
    token: '007eJxTYPA2kTHZvcKX99eVtfckdt//lBxUzqWVECt7qs9tVri/6gEFhsQUi1SjtDTL1MTUZJO0xDTLJNNEk0SjFAtj48REy0TT2jyBlIZARgbhZAEmRgZGBhYgBvGZwCQzmGQBk+wMBTmpqak5xYwMBgDI/SIN',
    channel: 'pleeels', kind: 'anyUser', purpose: 'join' },
  article: {
    token: '0062ec0d84c41c4442d88ba6f5a2beb828bIADJRwbbO8J93uIDi4J305xNXA0A+pVDTPLPavzwsLW3uAZa8+ij4OObIgDqFTEDoOMyXwQAAQAwoDFfAgAwoDFfAwAwoDFfBAAwoDFf',
    channel: 'testing', kind: 'uid', user: '1234', purpose: 'join' } };

let shownInspection = null;

const EXPECTED = { channel: 'expect-channel', kind: 'expect-kind', user: 'expect-user', appId: 'expect-app-id', purpose: 'purpose' };

/** The expectations of the form. */
const attempted = () => Object.fromEntries(Object.entries(EXPECTED).map(([name, id]) => [name, $(id).value]));

function expectation() {
  const { channel, kind, user, appId, purpose } = attempted();
  const who = kind === 'uid' ? numberOf($('expect-user')) : kind === 'anyUser' ? true : user;
  return {
    appId: appId || undefined, channel: channel || undefined, purpose: purpose || undefined, ...(kind && { [kind]: who }) };
}

function readInputFor(field) {
  const name = field.replace('expect.', '');
  if (['uid', 'account', 'userId'].includes(name)) return $('expect-user');
  return $(name === 'token' ? 'paste' : EXPECTED[name] || 'paste');
}

async function diagnose() {
  $('diagnosis').hidden = true;
  if (!$('paste').value) throw fault('token', 'missing token; paste one');
  showDiagnosis(await post('v1/tokens/verify', JSON.stringify({ token: $('paste').value, expect: expectation() })));
}

function findingItem({ severity, code: name, message, remedy }) {
  return el('li', { className: `${severity}-level` },
    el('div', { className: 'head' }, el('span', { className: 'severity' }, SEVERITIES[severity] || severity), code(name)),
    el('p', {}, message),
    remedy ? el('p', { className: 'remedy' }, remedy) : '');
}

function showDiagnosis(verification) {
  const { findings = [], sdkErrors = [], inspection = {} } = verification;
  const demo = verification.verdict === 'accepted' && findings.some(finding => finding.code === 'demo_project');
  const verdict = demo ? 'demo' : verification.verdict;
  const [mark, title, otherwise] = VERDICTS[verdict] || ['?', verdict, ''];
  const cause = findings.find(finding => finding.severity === 'error') || (verification.verdict === 'undecided' && findings[0]);
  $('verdict').className = `verdict ${verdict}`;
  $('verdict-mark').textContent = mark;
  $('verdict-title').textContent = title;
  $('verdict-text').textContent = cause ? cause.message : otherwise;
  $('findings').replaceChildren(...findings.map(findingItem));
  $('findings-part').hidden = !findings.length;
  $('sdk').replaceChildren(...sdkErrors.map(error => el('li', {}, error)));
  $('sdk-part').hidden = !sdkErrors.length;
  showInspection(inspection);
  $('verdict').focus({ preventScroll: true });
  reveal($('verdict'));
  say(`${title}. ${$('verdict-text').textContent}`);
}

function showInspection(inspection) {
  const { readable, expiresAt, services = [] } = inspection;
  shownInspection = readable && expiresAt ? inspection : null;
  $('read-empty').hidden = true;
  $('diagnosis').hidden = false;
  $('time-part').hidden = !shownInspection;
  $('sheet-part').hidden = !readable;
  if (shownInspection) drawTime(shownInspection, $('time'));
  $('sheet').replaceChildren(
    factsOf(inspection, ['readable', 'verified', 'services', 'findings']), ...services.map(serviceSheet));
}

function fillRead(filled) {
  $('paste').value = filled.token;
  Object.entries(EXPECTED).forEach(([name, id]) => { $(id).value = filled[name] || ''; });
  arrangeRead();
}

function arrangeRead() {
  const kind = $('expect-kind').value;
  $('expect-user').disabled = kind === '' || kind === 'anyUser';
}

function diagnoseThis(filled) {
  fillRead(filled);
  select('read');
  READ.form.requestSubmit();
}

/** The expectations that follow from the request of a token, for its first service. */
function expectationsOf({ issued, request }) {
  const service = request.services[0];
  const kind = ['uid', 'account', 'userId', 'anyUser'].find(name => service[name] !== undefined);
  const purposes = { rtc: service.role === 'publisher' ? 'publish' : 'join', rtm: 'rtmLogin', chat: service.app ? 'chatApp' : 'chatUser' };
  return {
    token: issued.token, appId: issued.appId, channel: service.channel, purpose: purposes[service.type],
    kind, user: kind === 'anyUser' ? '' : service[kind] };
}

async function takeFile(file) {
  if (file) diagnoseThis({ ...attempted(), token: await file.slice(0, 16384).text() });
}

/** Takes a token from the fragment, which browsers do not send, and removes it. */
function takeFragment() {
  const given = /^#token=(.+)$/s.exec(location.hash);
  if (!given) return;
  history.replaceState(null, '', location.pathname + location.search);
  let token = given[1];
  try {
    token = decodeURIComponent(token);
  } catch {
    // It is not percent-encoded: read it as it is.
  }
  diagnoseThis({ token });
}

// ---- Bans

const BAN_FIELDS = ['channel', 'uid', 'account', 'userId', 'for', 'project', 'reason'];
const BAN_VALUES = { uid: numberOf, for: lifetimeOf };

async function ban() {
  const filled = BAN_FIELDS.map(name => [name, $(`ban-${name}`)]).filter(([, input]) => input.value);
  const body = Object.fromEntries(filled.map(([name, input]) => [name, (BAN_VALUES[name] || (it => it.value))(input)]));
  const { until } = await post('v1/bans', JSON.stringify(body));
  await listBans();
  say(`Banned until ${utc(until)}`);
}

async function listBans() {
  const { bans, more } = await send('GET', 'v1/bans');
  $('bans').replaceChildren(...bans.map(banItem), bans.length ? '' : 'No bans.', more ? `${more} more.` : '');
  say(`${bans.length} bans`);
}

function banItem(shown) {
  const lift = el('button', { type: 'button', ariaLabel: `Lift ${shown.id}` }, 'Lift');
  onClick([lift], () => attempt({ ...BANS, button: lift, work: async () => {
    await send('DELETE', `v1/bans/${shown.id}`);
    await listBans();
  } }));
  return el('div', { className: 'service' }, factsOf({ ban: shown.id, ...shown, agora: shown.agora.status }, ['id']), el('div', { className: 'buttons' }, lift));
}

// ---- Tabs, clock and start

const BAN = { form: $('ban-form'), box: $('ban-problem'), button: $('ban-button'), inputFor: field => $(`ban-${field}`), work: ban };
const BANS = { form: $('bans-form'), box: $('bans-problem'), button: $('bans-button'), inputFor: () => null, work: listBans };

const MAKE = { form: $('make-form'), box: $('make-problem'), button: $('make-button'), inputFor: makeInputFor, work: make };
const READ = { form: $('read-form'), box: $('read-problem'), button: $('read-button'), inputFor: readInputFor, work: diagnose };

function select(name, focus) {
  const chosen = $(`tab-${name}`);
  for (const tab of chosen.parentElement.children) {
    tab.setAttribute('aria-selected', tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
    $(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
  }
  if (focus) chosen.focus();
}

function tabKeys(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const tabs = [...event.target.parentElement.children];
  select(tabs.at((tabs.indexOf(event.target) + step) % tabs.length).id.slice(4), true);
}

function tick() {
  document.querySelectorAll('.live').forEach(words => { words.textContent = relative(words.dataset.at); });
  if (!made) return;
  const { expiresAt } = made.issued;
  const left = Math.ceil(seconds(expiresAt) - now());
  $('countdown').replaceChildren(left > 0 ? 'expires in ' : '', el('b', {}, left > 0 ? clock(left) : '✕ expired'), ` at ${utc(expiresAt)}`, localTime(expiresAt));
}

const onClick = (elements, act) => elements.forEach(element => element.addEventListener('click', () => act(element)));

function clearRead() {
  fillRead({ token: '' });
  clearProblem(READ);
  shownInspection = null;
  $('diagnosis').hidden = true;
  $('read-empty').hidden = false;
  $('paste').focus();
}

function listen() {
  MAKE.form.addEventListener('input', makeChanged);
  READ.form.addEventListener('input', arrangeRead);
  [MAKE, READ, BAN, BANS].forEach(asked => asked.form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(asked);
  }));
  onClick([$('read-clear')], clearRead);
  onClick([$('verify-made')], () => diagnoseThis(expectationsOf(made)));
  onClick(document.querySelectorAll('[data-copy]'), copy);
  onClick(document.querySelectorAll('[data-example]'), button => diagnoseThis(EXAMPLES[button.dataset.example]));
  onClick([$('key-open')], () => showKeyPanel($('key-panel').hidden));
  const tabs = document.querySelectorAll('[role=tab]');
  onClick(tabs, tab => select(tab.id.slice(4)));
  tabs.forEach(tab => tab.addEventListener('keydown', tabKeys));
  $('key-form').addEventListener('submit', event => {
    event.preventDefault();
    setKey($('key').value.trim());
    whenKeyIsKnown?.requestSubmit();
    whenKeyIsKnown = null;
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) $('drop').addEventListener(kind, event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    $('drop').classList.toggle('over-drop', kind === 'dragover');
    if (kind === 'drop') takeFile(event.dataTransfer.files[0]);
  });
  addEventListener('hashchange', takeFragment);
  new ResizeObserver(() => {
    if (shownInspection && $('time').clientWidth) drawTime(shownInspection, $('time'));
  }).observe($('read'));
  setInterval(tick, 1000);
}

buildPrivileges();
buildSnippets();
showLife(3600);
arrange();
arrangeRead();
renderSnippets();
listen();
takeFragment();
