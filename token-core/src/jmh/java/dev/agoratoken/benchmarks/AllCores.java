package dev.agoratoken.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Mints the tokens of {@code benchmarks/batch} on all cores, without reading and writing. */
final class AllCores {
    private static final TokenMint MINT = TokenMint.of(Example.PROJECT);
    private static volatile int length;

    private AllCores() {}

    /** Takes the number of tokens; prints the tokens per second and the CPU time per token in microseconds. */
    public static void main(String[] arguments) throws InterruptedException {
        int tokens = Integer.parseInt(arguments[0]);
        mint(tokens);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        mint(tokens);
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = (system.getProcessCpuTime() - cpu) / 1e3 / tokens;
        System.out.println(String.format(Locale.ROOT, "%.0f %.2f", tokens / seconds, micros));
    }

    private static void mint(int tokens) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            int first = i + 1;
            Thread thread = new Thread(() -> mint(first, tokens, cores));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void mint(int first, int last, int step) {
        for (int uid = first; uid <= last; uid += step) {
            Rtc publisher = Rtc.publisher(ChannelName.of("class-" + uid % 5000), UserId.of(uid));
            length = MINT.mint(publisher, Duration.ofHours(1)).text().length();
        }
    }
}
