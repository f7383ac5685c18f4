// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.KafkaAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of the desk's topics from their beginning, in no group, on one thread of its own. */
final class KafkaFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long SAY_EVERY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long RETRY_SECONDS = 2;

    private final KafkaAccess kafka;
    private final Intake intake;
    private final Progress progress;
    private final MeterRegistry metrics;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "desk-topics");
    private @Nullable Map<TopicPartition, Long> goal;
    private long lastLook;
    private String said = "";
    private long saidAt;

    KafkaFeed(KafkaAccess kafka, Intake intake, Progress progress, MeterRegistry metrics) {
        this.kafka = kafka;
        this.intake = intake;
        this.progress = progress;
        this.metrics = metrics;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private boolean open() {
        return closing.getCount() > 0;
    }

    private void run() {
        while (open()) {
            try {
                follow();
            } catch (InterruptException e) {
                break;
            } catch (KafkaException e) {
                interrupted(String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (closing.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("closed while waiting for Kafka");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupted(String why) {
        var words = "cannot read the topics at " + kafka.bootstrap() + ": " + why;
        if (!words.equals(said) || System.nanoTime() - saidAt > SAY_EVERY_NANOS) {
            LOG.warn("{}; trying again", words);
            said = words;
            saidAt = System.nanoTime();
        }
        progress.interrupted(words);
    }

    private void follow() {
        try (var consumer = kafka.consumer(Map.of("allow.auto.create.topics", false, "max.poll.records", 5_000));
                var binder = new KafkaClientMetrics(consumer)) {
            binder.bindTo(metrics);
            begin(consumer, partitions(consumer));
            while (open()) {
                read(consumer);
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var all = new ArrayList<TopicPartition>();
        for (var topic : intake.topics()) {
            var found = consumer.partitionsFor(topic, ANSWER);
            if (found == null || found.isEmpty()) {
                throw new UnknownTopicOrPartitionException(
                        "topic " + topic + " does not exist: create it with pointwatch topics --apply");
            }
            found.forEach(p -> all.add(new TopicPartition(p.topic(), p.partition())));
        }
        return all;
    }

    /** From the beginning, or from where a failed consumer stopped: what it read is in the view already. */
    private void begin(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        positions.forEach(consumer::seek);
        goal = goal == null ? consumer.endOffsets(partitions, ANSWER) : goal;
        progress.begins();
        if (!said.isEmpty()) {
            LOG.info("the topics at {} can be read", kafka.bootstrap());
            said = "";
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        var records = consumer.poll(POLL);
        for (var record : records) {
            intake.take(record);
        }
        progress.read(records.count());
        records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
        var reached = records.isEmpty() && goal != null && goalReached(consumer, goal);
        if (reached) {
            goal = Map.of();
            progress.live();
        }
        if (System.nanoTime() - lastLook > LOOK_EVERY_NANOS) {
            look(consumer);
        }
    }

    private static boolean goalReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> goal) {
        return !goal.isEmpty() && goal.entrySet().stream().allMatch(g -> consumer.position(g.getKey()) >= g.getValue());
    }

    /** Whether Kafka still answers, and how many records wait: a poll alone is silent about both. */
    private void look(Consumer<?, ?> consumer) {
        try {
            var lag = 0L;
            for (var end : consumer.endOffsets(consumer.assignment(), ANSWER).entrySet()) {
                lag += Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER));
            }
            progress.waiting(lag);
        } catch (TimeoutException e) {
            interrupted("no answer within " + ANSWER.toSeconds() + " s");
        }
        lastLook = System.nanoTime();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(ANSWER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.interrupt();
        }
    }
}
