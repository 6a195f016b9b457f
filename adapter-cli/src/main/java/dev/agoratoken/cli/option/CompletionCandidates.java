package dev.agoratoken.cli.option;

import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.verify.expectation.Purpose;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Option values for shell completion. */
public final class CompletionCandidates {
    private CompletionCandidates() {}

    /** Channel roles. */
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

    /** Purposes of a verification. */
    static final class Purposes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Purpose.values()).map(Purpose::label).iterator();
        }
    }

    /** Input formats of a batch. */
    public static final class InputFormats implements Iterable<String> {
        public static final List<String> NAMES = List.of("jsonl", "csv");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
