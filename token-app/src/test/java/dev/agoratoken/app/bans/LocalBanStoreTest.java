package dev.agoratoken.app.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.testing.BanStoreContract;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBanStoreTest {
    private static void verify(String testCase, String message) {
        ApprovedMessages.verify(testCase, message);
    }

    @Nested
    class InMemory extends BanStoreContract {
        private final LocalBanStore store = new LocalBanStore(Optional.empty(), clock(), EventLog.NONE);

        @Override
        protected BanStore store() {
            return store;
        }

        @Test
        void forgetsEndedBansAtTheNextChange() {
            store.add(ban("x"));
            store.add(ban("rule", BanTarget.of(UserId.of(1)), AgoraRemoval.PENDING));
            advanceSeconds(60);

            store.remove(BanId.of("y"));
            store.update(BanId.of("rule"), found -> found.withRemoval(AgoraRemoval.failed("401")));

            assertThat(store.current().bans()).extracting(Ban::id).containsExactly(BanId.of("rule"));
        }

        @Test
        void forgetsARuleThatEndedAtAgora() {
            store.add(ban("rule", BanTarget.of(UserId.of(1)), AgoraRemoval.PENDING));
            advanceSeconds(60 + 86_430);

            store.add(ban("x", BanTarget.of(UserId.of(1)), AgoraRemoval.NOT_CONFIGURED));

            assertThat(store.current().bans()).extracting(Ban::id).containsExactly(BanId.of("x"));
        }
    }

    @Nested
    class InAFile extends BanStoreContract {
        private final List<String> events = new ArrayList<>();

        @TempDir
        private Path folder;

        private Path path;
        private LocalBanStore store;

        @BeforeEach
        void open() {
            path = folder.resolve("bans.db");
            store = opened();
        }

        private LocalBanStore opened() {
            return new LocalBanStore(
                    Optional.of(new BanFile(path)), clock(), (level, line) -> events.add(level + " " + line));
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        protected BanStore store() {
            return store;
        }

        @Test
        void keepsBansOverARestart() {
            Ban active = store.add(ban(
                    "a", BanTarget.of(UserId.of(7)), AgoraRemoval.active(3, Instant.parse("2026-11-29T12:00:00Z"))));
            Ban other = store.add(ban("b"));
            store.add(ban("c"));
            store.remove(BanId.of("c"));
            store.close();
            store.close();

            store = opened();

            assertThat(store.current().bans()).containsExactlyInAnyOrder(active, other);
        }

        @Test
        void hasEachChangeInTheFileBeforeItIsAcknowledged() throws IOException {
            for (int i = 0; i < 5; i++) {
                store.add(ban("ban-" + i));
                Path copy = Files.copy(path, folder.resolve("copy-" + i));
                try (BanFile crashed = new BanFile(copy)) {
                    assertThat(crashed.bans()).hasSize(i + 1);
                }
            }
        }

        @Test
        void isMadeSmallerWhenTheServerStops() throws IOException {
            for (int i = 0; i < 200; i++) {
                store.add(ban("ban-" + i));
                store.remove(BanId.of("ban-" + i));
            }
            store.close();
            store = opened();

            assertThat(store.current().isEmpty()).isTrue();
            assertThat(Files.size(path)).isLessThan(1_000_000);
        }

        @Test
        void isLockedForOthers() {
            assertThatThrownBy(this::opened).isInstanceOfSatisfying(InvalidValueException.class, e -> {
                assertThat(e.field()).isEqualTo("bans.file");
                verify("locked", withoutFolder(e));
            });
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 100, 5000, 20_000})
        void rejectsAnotherKindOfFile(int size) throws IOException {
            Path other = folder.resolve("other");
            Files.writeString(other, "x".repeat(size));

            assertThatThrownBy(() -> new BanFile(other)).isInstanceOfSatisfying(InvalidValueException.class, e -> {
                assertThat(e.field()).isEqualTo("bans.file");
                verify("other", withoutFolder(e));
            });
            assertThat(Files.readString(other)).isEqualTo("x".repeat(size));
        }

        @Test
        void rejectsAFileWithDamagedBans() throws IOException {
            store.add(ban("x"));
            store.close();
            byte[] bytes = Files.readAllBytes(path);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Files.write(path, text.replace("\"project\"", "\"prXject\"").getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(this::opened)
                    .isInstanceOfSatisfying(InvalidValueException.class, e -> verify("damaged", withoutFolder(e)));

            Files.write(path, bytes);
            store = opened();
            assertThat(store.current().bans()).hasSize(1);
        }

        @Test
        void rejectsAFolderAndAFolderThatIsAbsent() {
            for (Path wrong : List.of(folder, folder.resolve("none/bans.db"), Path.of("/dev/null"))) {
                assertThatThrownBy(() -> new BanFile(wrong)).isInstanceOf(InvalidValueException.class);
                assertThatThrownBy(() -> new BanConfig(Optional.of(wrong)).check())
                        .isInstanceOf(InvalidValueException.class);
            }
        }

        @Test
        void checksAFileWithoutCreatingIt() {
            Path absent = folder.resolve("absent.db");

            new BanConfig(Optional.of(absent)).check();
            new BanConfig(Optional.of(path)).check();

            assertThat(absent).doesNotExist();
        }

        /** A closed channel fails like a full disk; an interrupted thread closes it. */
        @Test
        void keepsTheOldStateIfItCannotWriteAndRecovers() {
            Ban first = store.add(ban("x"));
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> store.add(ban("y"))).isInstanceOf(BanStoreUnavailableException.class);
            } finally {
                Thread.interrupted();
            }

            assertThat(store.current().bans()).containsExactly(first);
            assertThat(events).hasSize(1);
            Ban third = store.add(ban("z"));
            assertThat(events).hasSize(2);
            store.close();
            store = opened();
            assertThat(store.current().bans()).containsExactlyInAnyOrder(first, third);
        }

        private String withoutFolder(InvalidValueException e) {
            return e.getMessage().replace(folder.toString(), "/folder");
        }
    }
}
