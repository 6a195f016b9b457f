package dev.agoratoken.app;

import dev.agoratoken.app.process.ProcessEnvironment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // System.out would keep to itself that nobody reads it any more, or that the disk is full.
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(Wiring.commandLine(ProcessEnvironment.ofProcess()).run(System.in, out, System.err, args));
    }
}
