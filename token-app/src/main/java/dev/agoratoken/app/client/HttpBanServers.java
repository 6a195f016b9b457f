package dev.agoratoken.app.client;

import dev.agoratoken.cli.port.BanServer;
import dev.agoratoken.cli.port.BanServerFactory;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers that commands name, or that the environment names: {@code AGORA_TOKEN_SERVER} and its key. */
public final class HttpBanServers implements BanServerFactory {
    private static final String SERVER = "AGORA_TOKEN_SERVER";
    private static final String KEY = "AGORA_TOKEN_KEY";
    private static final String EXAMPLE = "use an address such as https://tokens.example.com";

    private final Map<String, String> variables;
    private final Duration timeout;

    /**
     * @param variables the environment
     * @param timeout for each exchange
     */
    public HttpBanServers(Map<String, String> variables, Duration timeout) {
        this.variables = Map.copyOf(variables);
        this.timeout = timeout;
    }

    @Override
    public BanServer connect(Optional<String> address) {
        return new HttpBanServer(
                address.map(text -> uri("server", text)).or(this::configured).orElseThrow(HttpBanServers::unnamed),
                variable(KEY).map(HttpBanServers::checkedKey),
                timeout);
    }

    private Optional<URI> configured() {
        return variable(SERVER).map(text -> uri(SERVER, text));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static InvalidValueException unnamed() {
        return new InvalidValueException("server", "no server is named", "add --server URL, or set " + SERVER);
    }

    private static URI uri(String name, String text) {
        try {
            URI uri = new URI(text.replaceFirst("/+$", ""));
            boolean valid = uri.getScheme() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (valid) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Rejected below, in our words.
        }
        // Not quoted if it may hold a password.
        String shown = text.contains("@") ? "" : " " + Printable.quote(text);
        throw new InvalidValueException(name, "invalid address" + shown, EXAMPLE);
    }

    /** Not shown in the message. */
    private static String checkedKey(String key) {
        if (!key.matches("[!-~]+")) {
            throw new InvalidValueException(
                    KEY, "invalid key: it has spaces or other characters", "set it to the key that key new printed");
        }
        return key;
    }
}
