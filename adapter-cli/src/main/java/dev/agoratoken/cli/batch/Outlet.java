package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the answers of a batch go. */
public sealed interface Outlet permits PrintedAnswers, FedFile, ResultFile {
    /** The one of that name, which is a file, or {@code -} for standard output. */
    static Outlet named(String name, PrintStream standardOutput) {
        if (name.equals(InputFile.STANDARD)) {
            return new PrintedAnswers(standardOutput);
        }
        Path file = new InputFile("out", name).path();
        return Files.exists(file) && !Files.isRegularFile(file) ? FedFile.of(file) : ResultFile.of(file);
    }

    /** Where the answers are, as it follows "are answered". */
    String place();

    /** Whether it is that file, which exists. */
    boolean isAlso(Path input);

    OutputStream open();

    /** Called when all answers are there. */
    void complete();

    /** Called when they are good for nothing. */
    void discard();

    /** Called when they cannot be written: how the batch ends, unless there is more to say about it. */
    int broken();

    static InvalidValueException refused(Path file, String problem, String remedy) {
        return new InvalidValueException("out", Received.quoted(file.toString()) + " " + problem, remedy);
    }
}
