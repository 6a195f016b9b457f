package dev.agoratoken.app.config;

import dev.agoratoken.text.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A variable in a {@code .env} file that is probably meant for this program and has no effect.
 *
 * @param origin the name of the file
 * @param remedy what to do
 */
public record IgnoredVariable(String name, String origin, String remedy) {
    /** Shorter names are too often those of other programs. */
    private static final int MIN_LENGTH = 8;

    /** Names in Agora's samples for other purposes, which resemble names of ours. */
    private static final Set<String> OF_OTHERS =
            Set.of("AGORA_CUSTOMER_ID", "AGORA_CUSTOMER_KEY", "AGORA_CUSTOMER_SECRET");

    /** The variables that resemble known names. Such a file may hold any number of variables of other programs. */
    public static List<IgnoredVariable> in(ResolvedSettings resolvedSettings) {
        List<String> known = Stream.concat(
                        SettingKey.all().stream().flatMap(key -> key.names().stream()),
                        Stream.of(SettingsLoader.CONFIG_VARIABLE))
                .toList();
        return resolvedSettings.dotEnvNames().entrySet().stream()
                .flatMap(file -> in(file.getKey(), file.getValue(), known))
                .toList();
    }

    private static Stream<IgnoredVariable> in(String file, Set<String> names, List<String> known) {
        return names.stream()
                .filter(name -> !known.contains(name) && !OF_OTHERS.contains(name) && name.length() >= MIN_LENGTH)
                .sorted()
                .flatMap(name -> remedy(name, known).map(remedy -> new IgnoredVariable(name, file, remedy)).stream());
    }

    private static Optional<String> remedy(String name, List<String> known) {
        boolean certificate = name.contains("AGORA") && name.contains("CERT");
        return DidYouMean.of(name, known).or(() -> certificate ? Optional.of("use APP_CERTIFICATE") : Optional.empty());
    }
}
