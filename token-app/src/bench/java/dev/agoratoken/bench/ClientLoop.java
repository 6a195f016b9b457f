package dev.agoratoken.bench;

/** What a client does until it is stopped. */
@FunctionalInterface
interface ClientLoop {
    void run(Pace pace);
}
