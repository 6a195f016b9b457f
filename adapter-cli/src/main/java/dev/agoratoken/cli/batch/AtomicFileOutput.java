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
 * A file that comes into being as a whole: it is written under another name beside it, and renamed in the end. Tokens are
 * secrets, so only its owner may read it.
 *
 * @param part the name meanwhile
 */
record AtomicFileOutput(Path file, Path part) implements BatchOutput {
    private static final String REMEDY = "name a file in a folder that you may write to";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int MAX_LINKS = 40;

    /** That file, or the one that it is a link to: a link stays one. */
    static AtomicFileOutput of(Path name) {
        Path file = name;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MAX_LINKS) {
                throw BatchOutput.invalid(name, "is a link that leads nowhere", REMEDY);
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
        return "in " + part;
    }

    @Override
    public boolean isSameFile(Path input) {
        try {
            return Files.exists(file) && Files.isSameFile(file, input);
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "cannot be looked at", REMEDY);
        }
    }

    /** Begins a new part. What has that name already may be the tokens of a run that was stopped, or of one that goes on. */
    @Override
    public OutputStream open() {
        try {
            return Channels.newOutputStream(Files.newByteChannel(
                    part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes()));
        } catch (FileAlreadyExistsException e) {
            throw BatchOutput.invalid(
                    part, "is there, from a run that was stopped or that goes on", "move it away, or delete it");
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
            throw BatchOutput.invalid(file, "was given up, and " + part + " cannot be deleted", REMEDY);
        }
    }

    @Override
    public int onWriteError() {
        throw BatchOutput.invalid(file, "cannot be written to the end", "make room, or name a file elsewhere");
    }
}
