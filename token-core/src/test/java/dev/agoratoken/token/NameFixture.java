package dev.agoratoken.token;

import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ResourceName;
import java.util.function.Function;
import java.util.stream.Stream;

/** The types that hold a name in the 89 characters, and characters to try on them. */
final class NameFixture {
    /** The 89 characters as Agora's reference lists them (docs/reference/token-format.md#names). */
    static final String LEGAL =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + " !#$%&()+-:;<=.>?@[]^_{}|~,";

    private NameFixture() {}

    static Stream<NameType> names() {
        return Stream.of(
                new NameType(
                        "ChannelName",
                        "channel",
                        64,
                        name -> ChannelName.of(name).value()),
                new NameType(
                        "UserAccount",
                        "account",
                        255,
                        name -> UserAccount.of(name).value()),
                new NameType(
                        "RtmUserId", "userId", 64, name -> RtmUserId.of(name).value()),
                new NameType("ApaasUuid", "uuid", 64, name -> ApaasUuid.of(name).value()),
                new NameType(
                        "ResourceName",
                        "permissions",
                        64,
                        name -> ResourceName.of(name).value()));
    }

    static Stream<NameType> patterns() {
        return Stream.of(
                new NameType(
                        "ChannelPattern",
                        "channel",
                        64,
                        name -> ChannelPattern.of(name).value()),
                new NameType(
                        "UserPattern",
                        "account",
                        255,
                        name -> UserPattern.of(name).value()),
                new NameType(
                        "ResourceName.Pattern",
                        "permissions",
                        64,
                        name -> ResourceName.matching(name).value()));
    }

    static Stream<Character> legalCharacters() {
        return LEGAL.chars().mapToObj(c -> (char) c);
    }

    /** Every ASCII character that is neither legal nor the wildcard, and some that look legal but are not ASCII. */
    static Stream<Character> illegalCharacters() {
        Stream<Character> ascii = Stream.iterate(0, c -> c < 128, c -> c + 1)
                .filter(c -> c != '*' && LEGAL.indexOf(c) < 0)
                .map(c -> (char) (int) c);
        Stream<Character> beyond = "\u0080\u00A0\u00E9\u0130\u0131\u0430\u0660\u200B\u20AC\u3000\uFF11\uFF0A\uFFFD"
                .chars()
                .mapToObj(c -> (char) c);
        return Stream.concat(ascii, beyond);
    }

    /** A type of names, the field that it reports, and its factory. */
    record NameType(String name, String field, int longest, Function<String, String> maker) {
        String make(String value) {
            return maker.apply(value);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
