package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the answers of a batch go. */
public sealed interface BatchOutput permits StdoutOutput, StreamOutput, AtomicFileOutput {
    /** The one of that name, which is a file, or {@code -} for standard output. */
    static BatchOutput of(String name, PrintStream standardOutput) {
        if (name.equals(InputFile.STDIN)) {
            return new StdoutOutput(standardOutput);
        }
        Path file = new InputFile("out", name).path();
        return Files.exists(file) && !Files.isRegularFile(file) ? StreamOutput.of(file) : AtomicFileOutput.of(file);
    }

    /** Where the answers are, as it follows "are answered". */
    String description();

    /** Whether it is that file, which exists. */
    boolean isSameFile(Path input);

    OutputStream open();

    /** Called when all answers are there. */
    void commit();

    /** Called when they are good for nothing. */
    void rollback();

    /** Called when they cannot be written: how the batch ends, unless there is more to say about it. */
    int onWriteError();

    static InvalidValueException invalid(Path file, String problem, String remedy) {
        return new InvalidValueException("out", Printable.quote(file.toString()) + " " + problem, remedy);
    }
}
