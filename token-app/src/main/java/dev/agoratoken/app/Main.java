package dev.agoratoken.app;

import dev.agoratoken.app.log.StandardError;
import dev.agoratoken.app.process.ProcessEnvironment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // System.out would keep to itself that nobody reads it any more, or that the disk is full.
        System.setErr(StandardError.ofProcess());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        ProcessEnvironment processEnvironment = ProcessEnvironment.ofProcess();
        if (isServer(args)) {
            // Long before the server listens: until then the signal would end the process.
            processEnvironment.reloadSignal().hold();
        }
        System.exit(Wiring.commandLine(processEnvironment).run(System.in, out, System.err, args));
    }

    private static boolean isServer(String[] args) {
        for (String argument : args) {
            if (!argument.startsWith("-")) {
                return argument.equals("serve");
            }
        }
        return false;
    }
}
