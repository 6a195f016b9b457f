package dev.agoratoken.app;

import dev.agoratoken.app.log.StandardError;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.ReloadSignal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ReloadSignal reloadSignal = ReloadSignal.ofProcess();
        if (isServer(args)) {
            // Before anything else: until then the signal ends the process.
            reloadSignal.hold();
        }
        // System.out would keep to itself that nobody reads it any more, or that the disk is full.
        System.setErr(StandardError.ofProcess());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        ProcessEnvironment processEnvironment = ProcessEnvironment.ofProcess(reloadSignal);
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
