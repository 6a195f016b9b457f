package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.terminal.TextTable;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.text.Printable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bans as text, with the words of the HTTP API. */
final class BanFormatter {
    private BanFormatter() {}

    /** One line for each ban, in columns. */
    static List<String> table(List<BanDocument> bans) {
        return TextTable.lines(bans.stream().map(BanFormatter::row).toList());
    }

    private static List<String> row(BanDocument ban) {
        return List.of(
                ban.id(),
                ban.project(),
                target(ban),
                "until " + ban.until(),
                "agora " + ban.agora().status(),
                ban.reason() == null ? "" : Printable.quote(ban.reason()));
    }

    private static String target(BanDocument ban) {
        return Stream.of(
                        named("channel", ban.channel()),
                        named("uid", ban.uid()),
                        named("account", ban.account()),
                        named("userId", ban.userId()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String named(String name, @Nullable Object value) {
        return value == null ? null : name + " " + value;
    }

    /** One line for each field that is present. */
    static List<String> lines(BanDocument ban) {
        return Stream.of(
                        line("id", ban.id()),
                        line("project", ban.project()),
                        line("channel", ban.channel()),
                        line("uid", ban.uid()),
                        line("account", ban.account()),
                        line("userId", ban.userId()),
                        line("reason", ban.reason() == null ? null : Printable.quote(ban.reason())),
                        line("by", ban.by()),
                        line("createdAt", ban.createdAt()),
                        line("until", ban.until()),
                        line("agora", removal(ban)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String line(String name, @Nullable Object value) {
        return value == null ? null : name + ": " + value;
    }

    /** The state of the rule at Agora, with its id or the reason. */
    static String removal(BanDocument ban) {
        BanDocument.Removal agora = ban.agora();
        return Stream.of(
                        agora.status(),
                        agora.ruleId() == null ? null : "rule " + agora.ruleId(),
                        agora.detail() == null ? null : "(" + agora.detail() + ")")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
