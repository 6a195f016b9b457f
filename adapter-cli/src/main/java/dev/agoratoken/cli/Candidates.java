package dev.agoratoken.cli;

import dev.agoratoken.token.Privilege;
import dev.agoratoken.token.Role;
import dev.agoratoken.token.ServiceType;
import dev.agoratoken.token.TokenFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What a shell offers as the value of an option. */
final class Candidates {
    private Candidates() {}

    /** Roles in a channel. */
    static final class Roles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Role.values()).map(Role::label).iterator();
        }
    }

    /** Token formats. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(TokenFormat.V007, TokenFormat.V006)
                    .map(TokenFormat::prefix)
                    .iterator();
        }
    }

    /** Privileges of the services that commands of their own make, up to the equals sign. */
    static final class Privileges implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(ServiceType.RTC, ServiceType.RTM, ServiceType.CHAT, ServiceType.APAAS)
                    .flatMap(service -> service.privileges().stream())
                    .map(Privilege::label)
                    .distinct()
                    .map(label -> label + "=")
                    .iterator();
        }
    }

    /** Formats of the lines of a batch. */
    static final class InputFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("jsonl", "csv").iterator();
        }
    }
}
