package dev.agoratoken.cli.option;

import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.verify.Purpose;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What a shell offers as the value of an option. */
public final class CompletionCandidates {
    private CompletionCandidates() {}

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

    /** What a token is wanted for. */
    static final class Purposes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Purpose.values()).map(Purpose::label).iterator();
        }
    }

    /** Formats of the lines of a batch. */
    public static final class InputFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("jsonl", "csv").iterator();
        }
    }
}
