// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.windows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.ledger.TargetWindows;
import org.rocksdb.RocksDBException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench windows}: one update of {@code all}, whose 28 + 28 days of buckets lie in RocksDB. */
@Command(
        name = "windows",
        description =
                "Measure one update of the rolling windows of all coverage: by a scan, and by sums that are kept up.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: pointwatch bench windows --outlets-a-bucket 2000"})
public final class WindowsCommand implements Callable<Integer> {
    private static final Instant END = Instant.parse("2025-11-22T12:00:00Z");
    private static final int BUCKETS = 56 * 96;
    private static final Counts ONE = new Counts(1, 1, 0, 0, SentimentSums.ZERO, SentimentSums.ZERO);

    @Option(names = "--outlets", defaultValue = "20000", description = "Outlets there are (${DEFAULT-VALUE}).")
    private int outlets;

    @Option(
            names = "--outlets-a-bucket",
            defaultValue = "500",
            description = "Of these, with an article in a bucket of 15 minutes (${DEFAULT-VALUE}).")
    private int outletsABucket;

    @Option(names = "--rounds", defaultValue = "3", description = "Scans that are measured (${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws IOException, RocksDBException {
        var directory = Files.createTempDirectory("pointwatch-windows");
        try (var buckets = new DiskBuckets(directory)) {
            buckets.fill(END, BUCKETS, outletsABucket, outlets);
            System.out.printf(
                    "all: %,d outlets, %,d buckets with %,d of them each; processor time, least of the rounds%n",
                    outlets, BUCKETS, outletsABucket);
            measure(buckets);
        } finally {
            remove(directory);
        }
        return 0;
    }

    private void measure(DiskBuckets buckets) {
        var scan = new Scan(buckets);
        print("a scan for each update (before)", rounds, 1, round -> scan.update(END));
        var windows = new TargetWindows();
        print("read once after a start", 1, 1, round -> windows.moveTo(now(0), buckets, Integer.MAX_VALUE));
        check(scan.update(END), windows);
        var random = new Random(2);
        print("a delta", 20, 1_000, i -> windows.add(END.minus(Target.BUCKET), ONE, List.of(), List.of()));
        print(
                "a delta with a new outlet",
                20,
                1_000,
                i -> windows.add(
                        END.minus(Target.BUCKET),
                        ONE,
                        List.of(DiskBuckets.outlet(random.nextInt(outlets))),
                        List.of()));
        print("an update within a bucket", 20, 1_000, i -> {
            windows.moveTo(now(0), buckets, Integer.MAX_VALUE);
            windows.figures();
        });
        print("an update at a new bucket", 20, 1, round -> {
            windows.moveTo(now(round + 1), buckets, Integer.MAX_VALUE);
            windows.figures();
        });
        print("an update seven hours later", 10, 1, round -> {
            windows.moveTo(now(20 + 28 * (round + 1)), buckets, Integer.MAX_VALUE);
            windows.figures();
        });
    }

    private static Instant now(int bucketsLater) {
        return END.minusSeconds(1).plus(Target.BUCKET.multipliedBy(bucketsLater));
    }

    private static void check(List<Integer> scanned, TargetWindows windows) {
        var kept = windows.figures().stream()
                .flatMap(f -> Stream.of((int) f.outlets(), (int) f.previousOutlets()))
                .toList();
        if (!kept.equals(scanned)) {
            throw new IllegalStateException("the scan finds " + scanned + " outlets, the sums have " + kept);
        }
    }

    private static void print(String what, int rounds, int times, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        var least = Long.MAX_VALUE;
        for (var round = 0; round < rounds; round++) {
            var started = threads.getCurrentThreadCpuTime();
            for (var i = 0; i < times; i++) {
                work.accept(round);
            }
            least = Math.min(least, threads.getCurrentThreadCpuTime() - started);
        }
        System.out.printf("  %-34s %,14.1f microseconds%n", what, least / 1e3 / times);
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
