package dev.agoratoken.app.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.config.BaseDirectory;
import dev.agoratoken.app.config.SettingType;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code jwt} of a caller. */
public final class ProviderConfigReader {
    private static final Map<String, JWSAlgorithm> ALGORITHMS = IdentityProvider.SAFE.stream()
            .collect(Collectors.toMap(JWSAlgorithm::getName, name -> name, (one, same) -> one, LinkedHashMap::new));
    private static final Duration DEFAULT_SKEW = Duration.ofSeconds(30);
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private final BaseDirectory baseDirectory;
    private final TrackedFiles files;
    private final JwksProvider keys;

    /**
     * @param baseDirectory where relative file names start
     */
    public ProviderConfigReader(BaseDirectory baseDirectory, TrackedFiles files, JwksProvider keys) {
        this.baseDirectory = baseDirectory;
        this.files = files;
        this.keys = keys;
    }

    public IdentityProvider read(YamlNode node) {
        node.entries("issuer", "audience", "jwks", "jwks-file", "algorithms", "skew");
        Set<String> audiences = new HashSet<>();
        node.required("audience").items().forEach(item -> audiences.add(item.text()));
        if (audiences.isEmpty()) {
            throw node.required("audience").error("empty list", "name the audience of your JWTs");
        }
        return new IdentityProvider(
                node.required("issuer").text(),
                audiences,
                node.child("algorithms").map(ProviderConfigReader::algorithms).orElse(Set.of(JWSAlgorithm.RS256)),
                keys(node),
                node.child("skew")
                        .map(skew -> skew.parse(ProviderConfigReader::skew))
                        .orElse(DEFAULT_SKEW));
    }

    private static Set<JWSAlgorithm> algorithms(YamlNode listed) {
        Set<JWSAlgorithm> algorithms = new HashSet<>();
        listed.items().forEach(item -> algorithms.add(item.oneOf(ALGORITHMS)));
        if (algorithms.isEmpty()) {
            throw listed.error("empty list", "list the signing algorithms of your provider, such as RS256");
        }
        return algorithms;
    }

    private JWKSource<SecurityContext> keys(YamlNode node) {
        Optional<YamlNode> address = node.child("jwks");
        Optional<YamlNode> file = node.child("jwks-file");
        if (address.isPresent() == file.isPresent()) {
            throw node.error(
                    "exactly one of jwks and jwks-file is needed",
                    "set the URL of the provider's JWKS, or a file that holds it");
        }
        return address.map(text -> text.parse(keys::fromUrl))
                .orElseGet(() -> file.orElseThrow().parse(name -> keys.fromFile(baseDirectory.file(name), files)));
    }

    private static Duration skew(String text) {
        Duration skew = SettingType.durationOrZero().parse(text);
        if (skew.compareTo(MAX_SKEW) > 0) {
            throw new InvalidValueException(
                    "skew", "invalid skew " + Printable.quote(text), "use at most 5m, and synchronize the clocks");
        }
        return skew;
    }
}
