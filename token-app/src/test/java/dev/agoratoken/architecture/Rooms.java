package dev.agoratoken.architecture;

import dev.agoratoken.app.Main;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.wire.IssuedTokenDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages of a house, and the public types of those rooms that keep a list. There are two houses: the product, and
 * a small one in {@code fixture} that breaks every rule. A rule whose package does not exist would pass, so the names
 * come from class literals.
 */
record Rooms(
        String root,
        String token,
        String codec,
        String issuing,
        String wire,
        String http,
        String cli,
        String app,
        Map<String, Set<String>> publicTypes) {
    static final Rooms PRODUCT = new Rooms(
            parentOf(Rtc.class),
            Rtc.class.getPackageName(),
            TokenCodec.class.getPackageName(),
            TokenMint.class.getPackageName(),
            IssuedTokenDocument.class.getPackageName(),
            HttpAdapter.class.getPackageName(),
            CliAdapter.class.getPackageName(),
            Main.class.getPackageName(),
            Map.of(
                    TokenCodec.class.getPackageName(), Set.of("TokenCodec"),
                    HttpAdapter.class.getPackageName(),
                            Set.of(
                                    "AllowedOrigins",
                                    "AuditTrouble",
                                    "BuildFacts",
                                    "ConfigHistory",
                                    "HttpAdapter",
                                    "HttpPorts",
                                    "HttpSettings",
                                    "JsonLog",
                                    "JsonTrail",
                                    "Limits",
                                    "ProviderOutage",
                                    "RequestLog",
                                    "Snapshot",
                                    "StopTimes",
                                    "TlsFiles"),
                    CliAdapter.class.getPackageName(),
                            Set.of(
                                    "CliAdapter",
                                    "CliPorts",
                                    "ConfigSource",
                                    "IssuerSource",
                                    "Overrides",
                                    "Screen",
                                    "Operator",
                                    "PolicySource",
                                    "ServeFunction",
                                    "VerifierSource"),
                    Main.class.getPackageName(), Set.of("Main")));

    static final Rooms FIXTURE = new Rooms(
            parentOf(dev.agoratoken.architecture.fixture.token.KnowsCodec.class),
            dev.agoratoken.architecture.fixture.token.KnowsCodec.class.getPackageName(),
            dev.agoratoken.architecture.fixture.codec.TokenCodec.class.getPackageName(),
            dev.agoratoken.architecture.fixture.issuing.TokenMint.class.getPackageName(),
            dev.agoratoken.architecture.fixture.wire.KnowsCodec.class.getPackageName(),
            dev.agoratoken.architecture.fixture.http.HttpAdapter.class.getPackageName(),
            dev.agoratoken.architecture.fixture.cli.CliAdapter.class.getPackageName(),
            dev.agoratoken.architecture.fixture.app.Main.class.getPackageName(),
            Map.of(
                    dev.agoratoken.architecture.fixture.codec.TokenCodec.class.getPackageName(),
                    Set.of("TokenCodec", "Hidden", "Missing")));

    List<String> core() {
        return List.of(token, codec, issuing, wire);
    }

    /** Whether that package belongs to the core: a room of it, or an alcove of such a room. */
    boolean isInCore(String packageName) {
        return core().stream().anyMatch(room -> isWithin(packageName, room));
    }

    /** Whether that package is the room itself, or an alcove of it. */
    static boolean isWithin(String packageName, String room) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }

    /** The pattern that means a room and whatever is below it. */
    static String within(String room) {
        return room + "..";
    }

    static String[] within(List<String> rooms) {
        return rooms.stream().map(Rooms::within).toArray(String[]::new);
    }

    private static String parentOf(Class<?> type) {
        String room = type.getPackageName();
        return room.substring(0, room.lastIndexOf('.'));
    }
}
