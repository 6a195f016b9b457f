package dev.agoratoken.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that appears only when it is complete: a part file in the same folder is written and then renamed. Tokens are
 * secrets, so only the owner may read the file.
 */
final class AtomicFileOutput implements BatchOutput {
    private static final String REMEDY = "name a file in a folder that you may write to";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int MAX_LINKS = 40;

    private final Path file;
    private final Path part;

    private AtomicFileOutput(Path file, Path part) {
        this.file = file;
        this.part = part;
    }

    /** Writes this file, or the target of this symbolic link, which is kept. */
    static AtomicFileOutput of(Path name) {
        Path file = name;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MAX_LINKS) {
                throw BatchOutput.invalid(name, "is a circular link", REMEDY);
            }
            file = followLinks(file);
        }
        return new AtomicFileOutput(file, file.resolveSibling(file.getFileName() + ".part"));
    }

    private static Path followLinks(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link));
        } catch (IOException e) {
            throw BatchOutput.invalid(link, "is a link that cannot be read", REMEDY);
        }
    }

    @Override
    public String description() {
        return "to " + part;
    }

    @Override
    public boolean isSameFile(Path input) {
        try {
            return Files.exists(file) && Files.isSameFile(file, input);
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "cannot be accessed", REMEDY);
        }
    }

    /** Creates the part file. An existing one may belong to a stopped or a running batch, so it is kept. */
    @Override
    public OutputStream open() {
        try {
            return Channels.newOutputStream(Files.newByteChannel(
                    part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes()));
        } catch (FileAlreadyExistsException e) {
            throw BatchOutput.invalid(part, "already exists, from a stopped or running batch", "move or delete it");
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "cannot be written", REMEDY);
        }
    }

    private FileAttribute<?>[] attributes() {
        boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
    }

    @Override
    public void commit() {
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "cannot be replaced by " + part, REMEDY);
        }
    }

    @Override
    public void rollback() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "is not written, and " + part + " cannot be deleted", REMEDY);
        }
    }

    @Override
    public int onWriteError() {
        throw BatchOutput.invalid(file, "cannot be written completely", "free up space, or name another file");
    }
}
