package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The output of a batch. */
public sealed interface BatchOutput permits StdoutOutput, StreamOutput, AtomicFileOutput {
    /** The output of this name: a file, or {@code -} for standard output, whose methods must throw when they fail. */
    static BatchOutput of(String name, OutputStream standardOutput) {
        if (name.equals(InputFile.STDIN)) {
            return new StdoutOutput(standardOutput);
        }
        Path file = new InputFile("out", name).path();
        return Files.exists(file) && !Files.isRegularFile(file) ? StreamOutput.of(file) : AtomicFileOutput.of(file);
    }

    /** The destination, as it follows "written". */
    String description();

    /** Whether this output is the existing input file. */
    boolean isSameFile(Path input);

    OutputStream open();

    /** Called when the output is complete. */
    void commit();

    /** Called when the output is useless. */
    void rollback();

    /** Called when writing fails. Returns the exit code, or throws an error with more details. */
    int onWriteError();

    static InvalidValueException invalid(Path file, String problem, String remedy) {
        return new InvalidValueException("out", Printable.quote(file.toString()) + " " + problem, remedy);
    }
}
