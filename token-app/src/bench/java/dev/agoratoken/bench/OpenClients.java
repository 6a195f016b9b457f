package dev.agoratoken.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Connections that are open at the same time; one that the server ends is left out from then on. Not thread-safe. */
final class OpenClients<C extends AutoCloseable> implements AutoCloseable {
    private final List<C> clients = new ArrayList<>();
    private int opened;

    void add(Opener<C> opener, Step<C> first) {
        try {
            clients.add(opener.open());
            opened++;
            first.take(clients.get(clients.size() - 1));
        } catch (IOException e) {
            // The server did not want it, which it may.
        }
    }

    /** How many were opened in all. */
    int opened() {
        return opened;
    }

    void each(Step<C> step) {
        for (Iterator<C> left = clients.iterator(); left.hasNext(); ) {
            C client = left.next();
            try {
                step.take(client);
            } catch (IOException e) {
                left.remove();
                close(client);
            }
        }
    }

    @Override
    public void close() {
        clients.forEach(OpenClients::close);
        clients.clear();
    }

    private static void close(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            // It is closed all the same.
        }
    }

    @FunctionalInterface
    interface Opener<C> {
        C open() throws IOException;
    }

    @FunctionalInterface
    interface Step<C> {
        void take(C client) throws IOException;
    }
}
