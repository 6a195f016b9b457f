package dev.agoratoken.app;

import dev.agoratoken.app.log.StandardError;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.ReloadSignal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ReloadSignal reloadSignal = ReloadSignal.ofProcess();
        if (isServer(args)) {
            // First, because until then the signal ends the process.
            reloadSignal.hold();
        }
        // Unlike System.out, this stream reports a closed pipe or a full disk.
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
