package dev.agoratoken.app;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Wiring.commandLine(Environment.ofProcess()).run(System.in, System.out, System.err, args));
    }
}
