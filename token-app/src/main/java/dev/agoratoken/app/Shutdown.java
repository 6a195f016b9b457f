package dev.agoratoken.app;

/** How the process learns that it should stop. */
@FunctionalInterface
interface Shutdown {
    /** Runs this once, when the process is told to stop. */
    void onSignal(Runnable finish);

    /**
     * SIGTERM and SIGINT. The process ends with 0 when the work is finished: without the halt the virtual machine would
     * end with 128 + the signal's number, which supervisors take for a failure.
     */
    static Shutdown ofProcess() {
        return finish -> Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            finish.run();
                            System.err.flush();
                            Runtime.getRuntime().halt(0);
                        },
                        "shutdown"));
    }
}
