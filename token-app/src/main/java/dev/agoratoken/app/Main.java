package dev.agoratoken.app;

import dev.agoratoken.app.log.StandardError;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.ReloadSignal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ReloadSignal reloadSignal = ReloadSignal.ofProcess();
        if (isServer(args)) {
            // First, because until then the signal ends the process.
            reloadSignal.hold();
        }
        System.exit(run(System.in, new FileOutputStream(FileDescriptor.out), reloadSignal, args));
    }

    /**
     * Runs a command.
     *
     * @param out unlike System.out, it has to report a closed pipe or a full disk
     * @return the exit code
     */
    static int run(InputStream in, OutputStream out, ReloadSignal reloadSignal, String... command) {
        System.setErr(StandardError.ofProcess()); // for the same reason
        return Wiring.commandLine(ProcessEnvironment.ofProcess(reloadSignal)).run(in, out, System.err, command);
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
