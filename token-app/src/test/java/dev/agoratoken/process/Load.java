package dev.agoratoken.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask a server for tokens without a pause until it takes leave of them: like a load balancer, they open no
 * connection to a server that is known to stop.
 */
final class Load {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int MAX_REQUESTS = 200_000;
    private static final int WARM = 200;
    private static final byte[] REQUEST = "GET /rtc/testing/publisher/uid/1234/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final String OK = "HTTP/1.1 200";

    private final int port;
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch running = new CountDownLatch(WARM);

    private Load(int port) {
        this.port = port;
    }

    /** Runs that many clients of each kind, the second of which open a connection for each request; returns what went wrong. */
    static List<String> run(int port, int keeping, int opening, Runnable inTheMiddle) {
        Load load = new Load(port);
        ExecutorService clients = Executors.newFixedThreadPool(keeping + opening);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < keeping + opening; i++) {
                boolean keeps = i < keeping;
                ends.add(clients.submit(() -> load.client(keeps)));
            }
            if (!load.running.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                return List.of("only " + load.answered + " answers came");
            }
            inTheMiddle.run();
            List<String> failures = new ArrayList<>();
            for (Future<String> end : ends) {
                failures.add(end.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
            }
            failures.removeIf(String::isEmpty);
            return failures;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            clients.shutdownNow();
        }
    }

    /** What went wrong; nothing if the server took its leave, or could not be connected to any more. */
    private String client(boolean keeps) {
        for (int sent = 0; sent < MAX_REQUESTS; ) {
            try (Socket socket = connect()) {
                boolean open = true;
                while (open) {
                    String head = exchange(socket);
                    sent++;
                    if (!head.startsWith(OK)) {
                        return "request " + sent + (keeps ? " on a kept connection" : " on its own") + ": " + head;
                    }
                    answered.incrementAndGet();
                    running.countDown();
                    if (head.toLowerCase(Locale.ROOT).contains("connection: close")) {
                        return "";
                    }
                    open = keeps;
                }
            } catch (ConnectException e) {
                return "";
            } catch (IOException e) {
                return "request " + (sent + 1) + (keeps ? " on a kept connection" : " on its own") + ": " + e;
            }
        }
        return "the server never stopped";
    }

    private Socket connect() throws IOException {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            ConnectException refused = new ConnectException("refused before anything was sent");
            refused.initCause(e);
            throw refused;
        }
    }

    /** Sends a request and reads the answer to its end; its head, or what came of it. */
    private static String exchange(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "no answer, but the end after '" + head + "'";
            }
            head.append((char) next);
        }
        int length = Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: *(\\d+).*", "$1"));
        return in.readNBytes(length).length == length ? head.toString() : "half an answer";
    }
}
