// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.fetch;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pointwatch.embedded.BrokerSettings;
import org.pointwatch.embedded.EmbeddedBroker;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.Fetcher;
import org.pointwatch.ingest.SubscriptionWriter;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.record.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pointwatch bench fetch}: the fetch role, whole, with Kafka, against publishers in the same process. */
@Command(
        name = "fetch",
        description = "Poll very many feeds on loopback, nine of ten unchanged, and print polls a second and the heap.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples: POINTWATCH_JAVA_OPTS=-Xmx512m pointwatch bench fetch --feeds 25000",
            "          pointwatch bench fetch --feeds 1000 --dripping 1000"
        })
public final class FetchCommand implements Callable<Integer> {
    private static final int PARTITIONS = 6;

    @Option(
            names = "--feeds",
            defaultValue = "25000",
            description = "Feeds, each a host of its own (${DEFAULT-VALUE}).")
    private int feeds;

    @Option(names = "--threads", defaultValue = "32", description = "Polls at the same time (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Times that every feed is asked again (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--dripping",
            defaultValue = "0",
            description =
                    "Further feeds that send a byte a second; what that does to the good ones is measured by asking"
                            + " these alone first (${DEFAULT-VALUE}).")
    private int dripping;

    private final LateClock clock = new LateClock();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("pointwatch-fetch");
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            var alone = dripping == 0 ? null : run(broker, "alone-", 0);
            var all = run(broker, "bench-", dripping);
            if (alone != null) {
                System.out.printf(
                        "p99 of good feeds with %,d dripping ones over that without: %s (first contact, then each round)%n",
                        dripping, factors(alone, all));
            }
        } finally {
            remove(directory);
        }
        return 0;
    }

    private static String factors(List<Long> alone, List<Long> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%.2f", all.get(i) / (double) Math.max(1, alone.get(i))))
                .collect(Collectors.joining(", "));
    }

    /** @return the p99 of each round, in milliseconds */
    private List<Long> run(EmbeddedBroker broker, String prefix, int drips) throws IOException, InterruptedException {
        try (var origins = new Origins(feeds, 16)) {
            var kafka = new KafkaAccess(broker.bootstrapServers(), prefix, Map.of());
            prepare(kafka, origins, feeds + drips);
            return measure(kafka, origins, feeds + drips);
        }
    }

    private static void prepare(KafkaAccess kafka, Origins origins, int every) {
        try (var admin = kafka.admin();
                var writer = new SubscriptionWriter(kafka)) {
            var plan = new TopicPlan(kafka, PARTITIONS, (short) 1);
            plan.create(admin, plan.compare(admin).missing());
            var list = new ArrayList<Subscription>();
            for (var i = 0; i < every; i++) {
                list.add(new Subscription(
                        "http://" + origins.authority(i) + "/" + i, "Feed " + i, null, null, "en", null));
            }
            writer.add(list);
        }
    }

    private List<Long> measure(KafkaAccess kafka, Origins origins, int every) throws InterruptedException {
        var exceptions = new HashSet<String>();
        for (var i = 0; i < every; i++) {
            exceptions.add(origins.authority(i));
        }
        var settings = FetchSettings.defaults()
                .change()
                .threads(threads)
                .addressExceptions(exceptions)
                .done();
        var meters = new SimpleMeterRegistry();
        try (var fetcher = Fetcher.start(kafka, settings, clock, meters)) {
            var p99s = new ArrayList<Long>();
            p99s.add(round("first", meters, origins, every));
            for (var i = 1; i <= rounds; i++) {
                origins.nextRound();
                clock.move(Duration.ofHours(27));
                p99s.add(round("again " + i, meters, origins, every));
            }
            System.gc();
            var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            System.out.printf(
                    "heap after a collection: %,d MB; most allowed: %,d MB%n",
                    heap.getUsed() >> 20, heap.getMax() >> 20);
            return p99s;
        }
    }

    /** Until every feed has been asked once more. */
    private long round(String name, SimpleMeterRegistry meters, Origins origins, int every)
            throws InterruptedException {
        var before = polls(meters);
        var processor = processor();
        var started = System.nanoTime();
        while (polls(meters) - before < every) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%-8s %,d polls in %.1f s = %,.0f/s; %,d answers 304, %,d full; p99 of good feeds %,d ms after they were due; %.2f ms of processor time a poll, server and Kafka included%n",
                name,
                every,
                seconds,
                every / seconds,
                origins.same(),
                origins.full(),
                origins.p99(),
                (processor() - processor) / 1e6 / every);
        return origins.p99();
    }

    /** As written to Kafka. */
    private static double polls(SimpleMeterRegistry meters) {
        return List.copyOf(meters.find("pointwatch.fetch.kept").counters()).stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The wall clock, and as much as it was moved on. */
    private static final class LateClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void move(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
