package dev.agoratoken.app.bans;

import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The file that keeps bans: a map of ids and {@link StoredBan}s in the format of H2's MVStore, which appends each change
 * and finds the last complete one when it is opened. The process holds a lock on it. Not thread-safe.
 */
final class BanFile implements AutoCloseable {
    private static final String MAP = "bans";
    private static final String PROBE = "probe";
    /** A change writes the whole page that has the ban, and those above it. */
    private static final String PADDING = " ".repeat(32 * 1024);
    /** A change appends a few pages of 4 KB. */
    private static final int SPACE_OF_A_BAN = 64 * 1024;

    private static final int COMPACTING_MILLIS = 100;

    private final Path path;
    private final Map<BanId, Ban> written = new HashMap<>();
    /** Closed by the library when a write fails. */
    private MVStore store;

    /**
     * Opens the file, or creates it.
     *
     * @throws InvalidValueException if it cannot be opened, another process uses it, or it is corrupt
     */
    BanFile(Path path) {
        check(path);
        this.path = path.toAbsolutePath();
        try {
            store = open();
        } catch (MVStoreException e) {
            throw problem(path, e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw corrupt(path);
        }
    }

    /**
     * Checks that the file can be opened, without opening it.
     *
     * @throws InvalidValueException if it cannot
     */
    static void check(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (exists && !Files.isRegularFile(path)) {
            throw invalid(path, "is a pipe, a device or a folder", "name a regular file");
        }
        boolean writable = exists
                ? Files.isReadable(path) && Files.isWritable(path)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw invalid(path, "cannot be opened", "name a file in an existing, writable folder");
        }
    }

    private static InvalidValueException problem(Path path, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                invalid(path, "is used by another process", "stop that process, or name another file");
            case DataUtils.ERROR_WRITING_FAILED ->
                invalid(path, "cannot be written", "check disk space and permissions");
            default -> corrupt(path);
        };
    }

    private static InvalidValueException corrupt(Path path) {
        return invalid(
                path,
                "is corrupt, or is another kind of file",
                "restore a copy, or move it away to start without the bans in it");
    }

    private static InvalidValueException invalid(Path path, String problem, String remedy) {
        return new InvalidValueException(
                SettingKey.BANS_FILE.label(), "the file " + Printable.quote(path.toString()) + " " + problem, remedy);
    }

    private MVStore open() {
        MVStore opened = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .open();
        try {
            written.clear();
            map(opened).forEach((id, text) -> written.put(BanId.of(id), StoredBan.read(text)));
            return opened;
        } catch (IllegalArgumentException | IllegalStateException e) {
            opened.closeImmediately();
            throw e;
        }
    }

    private static MVMap<String, String> map(MVStore store) {
        return store.openMap(MAP);
    }

    Collection<Ban> bans() {
        return written.values();
    }

    /**
     * Makes these the bans in the file, and returns when they are on the disk. After a failure, the file has the bans that
     * it had, or these; the next call puts that right.
     *
     * @throws MVStoreException if they cannot be written
     * @throws IllegalArgumentException if the file is corrupt
     */
    void write(Map<BanId, Ban> bans) {
        if (store.isClosed()) {
            store = open();
        }
        try {
            MVMap<String, String> map = map(store);
            written.keySet().stream().filter(id -> !bans.containsKey(id)).forEach(id -> map.remove(id.value()));
            bans.values().stream()
                    .filter(ban -> !ban.equals(written.get(ban.id())))
                    .forEach(ban -> map.put(ban.id().value(), StoredBan.write(ban)));
            store.commit();
            store.sync();
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
        written.clear();
        written.putAll(bans);
    }

    /**
     * Writes as much as for a ban, without changing one, and returns when it is on the disk.
     *
     * @throws MVStoreException if it cannot be written
     */
    void probe() {
        if (store.isClosed()) {
            store = open();
        }
        try {
            MVMap<String, String> probes = store.openMap(PROBE);
            probes.put(PROBE, PADDING);
            store.commit();
            probes.remove(PROBE);
            store.commit();
            store.sync();
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** Whether the file is there, and there is space for a ban. Writes nothing. */
    boolean isWritable() {
        try {
            return Files.isWritable(path) && Files.getFileStore(path).getUsableSpace() >= SPACE_OF_A_BAN;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            store.close(COMPACTING_MILLIS);
        } catch (MVStoreException e) {
            // All bans are on the disk; only compacting the file failed.
            store.closeImmediately();
        }
    }
}
