// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.soak;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.cli.role.Services;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** Publishes at a steady rate, and tells once a minute what of the heap is in use after a collection. */
final class Soak {
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Services services;
    private final Supplier<Revision> load;
    private final PrintStream out;
    private long published;

    Soak(Services services, Supplier<Revision> load, PrintStream out) {
        this.services = services;
        this.load = load;
        this.out = out;
    }

    /** Returns whether all that was published was processed and stored within the patience. */
    boolean run(int rate, Duration length) throws InterruptedException {
        publish(services.kafka(), rate, length);
        out.printf("%,d revisions published; waiting until they are counted and stored%n", published);
        var began = System.nanoTime();
        var quiet = new Quiet(services.kafka(), services.database()).await(PATIENCE.toMillis());
        out.printf(
                "%s after %d s; heap %d MB%n",
                quiet ? "all counted and stored" : "not yet quiet", seconds(began), heap());
        return quiet;
    }

    private void publish(KafkaAccess kafka, int rate, Duration length) {
        var serde = JsonSerde.of(Topics.ARTICLES);
        var began = System.nanoTime();
        var look = LOOK.toNanos();
        try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
            for (; published < rate * length.toSeconds(); published++) {
                LockSupport.parkNanos(began + published * 1_000_000_000L / rate - System.nanoTime());
                var r = load.get();
                producer.send(new ProducerRecord<>(kafka.topic(Topics.ARTICLES), r.id(), serde.encode(r)));
                if (System.nanoTime() - began > look) {
                    look += LOOK.toNanos();
                    out.printf("%4d s  %,9d revisions  heap %d MB%n", seconds(began), published, heap());
                }
            }
        }
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
