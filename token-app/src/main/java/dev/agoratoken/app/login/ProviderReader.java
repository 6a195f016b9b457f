package dev.agoratoken.app.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.config.ConfigNode;
import dev.agoratoken.app.config.Folder;
import dev.agoratoken.app.config.ReadFiles;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the identity providers.
 *
 * @param folder where relative names of files begin
 */
public record ProviderReader(Folder folder, ReadFiles files, ProviderKeys keys) {
    private static final Map<String, JWSAlgorithm> ALGORITHMS = IdentityProvider.SAFE.stream()
            .collect(Collectors.toMap(JWSAlgorithm::getName, name -> name, (one, same) -> one, LinkedHashMap::new));
    private static final Duration USUAL_SKEW = Duration.ofSeconds(30);
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    public IdentityProvider read(ConfigNode node) {
        node.entries("issuer", "audience", "jwks", "jwks-file", "algorithms", "skew");
        Set<String> audiences = new HashSet<>();
        node.required("audience").items().forEach(item -> audiences.add(item.text()));
        if (audiences.isEmpty()) {
            throw node.required("audience").refused("there is none", "name the audience of your login tokens");
        }
        return new IdentityProvider(
                node.required("issuer").text(),
                audiences,
                node.child("algorithms").map(ProviderReader::algorithms).orElse(Set.of(JWSAlgorithm.RS256)),
                keys(node),
                node.child("skew").map(skew -> skew.as(ProviderReader::skew)).orElse(USUAL_SKEW));
    }

    private static Set<JWSAlgorithm> algorithms(ConfigNode listed) {
        Set<JWSAlgorithm> algorithms = new HashSet<>();
        listed.items().forEach(item -> algorithms.add(item.among(ALGORITHMS)));
        if (algorithms.isEmpty()) {
            throw listed.refused("there is none", "list those that your provider signs with, such as RS256");
        }
        return algorithms;
    }

    private JWKSource<SecurityContext> keys(ConfigNode node) {
        Optional<ConfigNode> address = node.child("jwks");
        Optional<ConfigNode> file = node.child("jwks-file");
        if (address.isPresent() == file.isPresent()) {
            throw node.refused(
                    "it needs exactly one of jwks and jwks-file",
                    "give the address of the provider's keys, or a file with them");
        }
        return address.map(text -> text.as(keys::at))
                .orElseGet(() -> file.orElseThrow().as(name -> keys.in(folder.file(name), files)));
    }

    private static Duration skew(String text) {
        Duration skew = text.equals("0") || text.equals("0s")
                ? Duration.ZERO
                : Lifetime.parse(text).duration();
        if (skew.compareTo(LARGEST_SKEW) > 0) {
            throw new InvalidValueException(
                    "skew", Received.quoted(text) + " is too much", "allow at most 5m; set the clocks right instead");
        }
        return skew;
    }
}
