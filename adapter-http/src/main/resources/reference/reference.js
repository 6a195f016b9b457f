"use strict";

// Shows openapi.json. Its content is set as text, never as markup.

function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...content.filter(part => part !== null && part !== undefined));
  return made;
}

function code(text) {
  return element("code", {}, text);
}

function paragraph(text) {
  return text ? element("p", {}, text) : null;
}

/** What a reference points to; anything else is itself. */
function resolved(api, node) {
  return node && node.$ref
    ? node.$ref.slice(2).split("/").reduce((at, name) => at[name], api)
    : node;
}

function nameOf(node) {
  return node.$ref.split("/").pop();
}

// Types.

/** A type in a few words and links. */
function type(schema) {
  if (schema.$ref) {
    return [element("a", {href: "#schema-" + nameOf(schema)}, nameOf(schema))];
  }
  if (schema.oneOf && schema.oneOf.every(one => one.$ref)) {
    return separated(schema.oneOf.map(type), " or ");
  }
  if (schema.allOf && schema.allOf.length === 1) {
    return type(schema.allOf[0]);
  }
  if (schema.type === "array") {
    return ["list of ", ...type(schema.items)];
  }
  return [wording(schema)];
}

function wording(schema) {
  if ("const" in schema) {
    return JSON.stringify(schema.const);
  }
  if (schema.enum) {
    return schema.enum.map(value => JSON.stringify(value)).join(", ");
  }
  const plain = [].concat(schema.type || "anything").join(" or ");
  return [plain, schema.format, range(schema)].filter(Boolean).join(", ");
}

function range(schema) {
  if ("minimum" in schema || "maximum" in schema) {
    return "minimum" in schema && "maximum" in schema
      ? schema.minimum + " to " + schema.maximum
      : "minimum" in schema ? "from " + schema.minimum : "up to " + schema.maximum;
  }
  return schema.pattern ? "like " + schema.pattern : "";
}

function separated(lists, separator) {
  return lists.flatMap((list, index) => index ? [separator, ...list] : list);
}

/** One line of a list of fields, parameters or headers. */
function field(name, schema, required, description) {
  const standard = "default" in schema ? " Default: " + JSON.stringify(schema.default) + "." : "";
  return [
    element("dt", {}, code(name), element("small", {}, required ? "required" : "optional")),
    element("dd", {}, element("span", {class: "type"}, ...type(schema)),
      element("br", {}), (description || schema.description || "") + standard),
  ];
}

function fields(entries) {
  return element("dl", {class: "fields"}, ...entries.flat());
}

function schemaSheet(name, schema) {
  const known = Object.entries(schema.properties || {});
  const required = schema.required || [];
  return element("article", {class: "sheet", id: "schema-" + name},
    element("h3", {}, name),
    paragraph(schema.description),
    known.length
      ? fields(known.map(([key, value]) => field(key, value, required.includes(key))))
      : element("p", {}, ...type(schema)));
}

// Operations.

function examples(media) {
  const named = Object.entries(media.examples || {}).map(([name, example]) => [name, example.value]);
  const all = "example" in media ? [["Example", media.example], ...named] : named;
  return all.map(([name, value], index) => element("details", index === 0 ? {open: ""} : {},
    element("summary", {}, name),
    element("pre", {tabindex: "0", role: "region", "aria-label": "Example: " + name},
      code(typeof value === "string" ? value : JSON.stringify(value, null, 2)))));
}

function content(holder) {
  return Object.entries(holder.content || {}).map(([mediaType, media]) => element("div", {class: "media"},
    element("p", {}, code(mediaType), ": ", ...type(media.schema)),
    ...examples(media)));
}

function response(api, status, node) {
  const answer = resolved(api, node);
  const headers = Object.entries(answer.headers || {}).map(([name, given]) => {
    const header = resolved(api, given);
    return field(name, header.schema, header.required, header.description);
  });
  const kind = /^[23]/.test(status) ? "good" : "bad";
  return element("details", {},
    element("summary", {}, element("span", {class: "status " + kind}, status), answer.description),
    headers.length ? fields(headers) : null,
    ...content(answer));
}

function parameters(api, nodes) {
  const all = nodes.map(node => resolved(api, node));
  return all.length === 0 ? [] : [
    element("h4", {}, "Parameters"),
    fields(all.map(one => field(one.name + " (" + one.in + ")", one.schema, one.required, one.description))),
  ];
}

function operationSheet(api, path, verb, shared, operation) {
  const body = operation.requestBody;
  return element("article", {class: "sheet", id: operation.operationId},
    element("h3", {}, element("span", {class: "verb"}, verb.toUpperCase()), code(path)),
    paragraph(operation.summary),
    paragraph(operation.description),
    ...parameters(api, [...(operation.parameters || []), ...shared]),
    ...(body ? [element("h4", {}, "Body"), ...content(body)] : []),
    element("h4", {}, "Answers"),
    ...Object.entries(operation.responses).map(([status, node]) => response(api, status, node)));
}

function operationsOf(api) {
  return Object.entries(api.paths).flatMap(([path, {parameters: shared = [], ...verbs}]) =>
    Object.entries(verbs).map(([verb, operation]) => ({path, verb, shared, operation})));
}

// The page.

function part(title, description, links, sheets) {
  document.getElementById("contents").append(element("h2", {}, title), element("ul", {},
    ...links.map(([target, text]) => element("li", {}, element("a", {href: "#" + target}, text)))));
  document.getElementById("main").append(element("section", {}, element("h2", {}, title), paragraph(description), ...sheets));
}

function show(api) {
  document.getElementById("main").append(
    element("section", {}, paragraph(api.info.summary), paragraph(api.info.description)));
  const operations = operationsOf(api);
  for (const tag of api.tags) {
    const own = operations.filter(({operation}) => operation.tags.includes(tag.name));
    part(tag.name, tag.description,
      own.map(({path, verb, operation}) => [operation.operationId, verb.toUpperCase() + " " + path]),
      own.map(({path, verb, shared, operation}) => operationSheet(api, path, verb, shared, operation)));
  }
  const schemes = Object.entries(api.components.securitySchemes);
  part("Authentication", "A server with configured callers requires one of these; an open server requires none.",
    [["who", "Credentials"]],
    [element("article", {class: "sheet", id: "who"}, fields(schemes.map(([name, scheme]) => [
      element("dt", {}, code(scheme.name || name)), element("dd", {}, scheme.description)])))]);
  const schemas = Object.entries(api.components.schemas);
  part("Schemas", "The JSON documents of requests and answers.",
    schemas.map(([name]) => ["schema-" + name, name]),
    schemas.map(([name, schema]) => schemaSheet(name, schema)));
}

/** Goes to the target of a link, which did not exist yet when the page was loaded. */
function goToFragment() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) {
    target.scrollIntoView();
  }
}

async function start() {
  const state = document.getElementById("state");
  try {
    const answer = await fetch("openapi.json");
    if (!answer.ok) {
      throw new Error("status " + answer.status);
    }
    show(await answer.json());
    state.remove();
    goToFragment();
  } catch (failure) {
    state.textContent = "openapi.json cannot be loaded (" + failure.message + "). Reload the page.";
  }
}

/** The console can be switched off, and then there is nothing to go back to. */
async function linkBack() {
  const answer = await fetch("./", {method: "HEAD"}).catch(() => ({ok: false}));
  document.getElementById("to-console").hidden = !answer.ok;
}

linkBack();
start();
