// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** From publishing an article to the first change of its bucket's coverage that could hold it. */
final class Latency {
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final KafkaAccess kafka;
    private final Load load;
    private final PrintStream out;
    private final Map<String, List<Long>> waiting = new ConcurrentHashMap<>();
    private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());

    Latency(KafkaAccess kafka, Load load, PrintStream out) {
        this.kafka = kafka;
        this.load = load;
        this.out = out;
    }

    void measure(int rate, Duration steady) throws InterruptedException {
        var reader = new Thread(this::read, "bench-reader");
        reader.setDaemon(true);
        reader.start();
        write(rate, steady);
        LockSupport.parkNanos(DRAIN.toNanos());
        reader.interrupt();
        reader.join();
        var sorted = new ArrayList<>(latencies);
        Collections.sort(sorted);
        var left = waiting.values().stream().mapToInt(List::size).sum();
        out.printf(
                "latency from publish to coverage at %d/s for %d s: p50 %d ms, p99 %d ms (n %d, unseen %d)%n",
                rate, steady.toSeconds(), at(sorted, 0.5), at(sorted, 0.99), sorted.size(), left);
    }

    private static long at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    private void write(int rate, Duration steady) {
        var serde = JsonSerde.of(Topics.ARTICLES);
        try (var producer = kafka.producer(Map.of())) {
            var started = System.nanoTime();
            for (var i = 0L; i < rate * steady.toSeconds(); i++) {
                LockSupport.parkNanos(started + i * 1_000_000_000L / rate - System.nanoTime());
                var revision = load.next();
                if (!revision.deleted() && revision.fetched().equals(revision.firstSeen())) {
                    waiting.computeIfAbsent(key(revision), k -> Collections.synchronizedList(new ArrayList<>()))
                            .add(System.nanoTime());
                }
                producer.send(
                        new ProducerRecord<>(kafka.topic(Topics.ARTICLES), revision.id(), serde.encode(revision)));
            }
        }
    }

    private static String key(Revision r) {
        return Target.coverageKey(Target.ALL, Target.bucket(EventTime.of(r).at()));
    }

    private void read() {
        var counted = new HashMap<String, Long>();
        var serde = JsonSerde.of(Topics.COVERAGE);
        try (var consumer = kafka.consumer(Map.of("auto.offset.reset", "latest"))) {
            var partitions = consumer.partitionsFor(kafka.topic(Topics.COVERAGE)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                for (var record : consumer.poll(Duration.ofMillis(20))) {
                    if (record.key().startsWith(Target.ALL + "@") && record.value() != null) {
                        seen(record.key(), serde.decode(record.value()).articles(), counted);
                    }
                }
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The oldest waiting articles of the bucket are the ones that arrived, as many as it has grown by. */
    private void seen(String key, long articles, Map<String, Long> counted) {
        var times = waiting.get(key);
        var before = counted.put(key, articles);
        if (times == null) {
            return;
        }
        var grown = before == null ? times.size() : Math.max(0, articles - before);
        for (var i = 0L; i < grown && !times.isEmpty(); i++) {
            latencies.add((System.nanoTime() - times.remove(0)) / 1_000_000);
        }
    }
}
