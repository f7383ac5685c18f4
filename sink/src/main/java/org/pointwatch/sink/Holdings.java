// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.sink.Checkpoint.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that the group gave us. One is read only while the database agrees: it was claimed there under an epoch
 * of its own, and reading began where the database says. Until then it is paused.
 */
final class Holdings implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);

    /** A paused sink that wakes up notices within this time that the group has gone on without it. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int MOST_LOSSES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long UNCLAIMED = -1;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Decoder decoder;
    private final Offsets offsets;
    private final BrokerWatch broker;
    private final InstantSource clock;
    private final Checkpoint checkpoint;
    private final Map<TopicPartition, Hold> held = new TreeMap<>(Offsets.ORDER);

    private static final class Hold {
        private final TopicPartition partition;
        private long epoch = UNCLAIMED;
        private long next;
        private long read;
        private boolean reading;
        private int losses;
        private Instant claimFrom = Instant.EPOCH;

        Hold(TopicPartition partition) {
            this.partition = partition;
        }

        boolean claimed() {
            return epoch != UNCLAIMED;
        }
    }

    Holdings(
            Supplier<Consumer<String, byte[]>> consumers,
            Decoder decoder,
            Offsets offsets,
            BrokerWatch broker,
            InstantSource clock,
            Checkpoint checkpoint) {
        this.consumers = consumers;
        this.decoder = decoder;
        this.offsets = offsets;
        this.broker = broker;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    /** Nothing is asked of the database here: it may be away, and the group must not wait for it. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
        given.forEach(partition -> held.put(partition, new Hold(partition)));
        consumers.get().pause(given);
        given.forEach(partition -> consumers.get().seek(partition, 0));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
        taken.forEach(held::remove);
    }

    /** After any doubt: nothing is read until the database has said again where each partition stands. */
    void suspend() {
        consumers.get().pause(held.keySet());
        held.values().forEach(hold -> hold.reading = false);
    }

    /** Others took these over; if the group still thinks they are ours after the grace, we take them back. */
    void fenced(Set<TopicPartition> lost) {
        LOG.warn("{} were taken over by another sink; nothing of the batch was stored", lost);
        for (var partition : lost) {
            var hold = held.get(partition);
            if (hold != null) {
                hold.epoch = UNCLAIMED;
                hold.losses++;
                hold.claimFrom = clock.instant().plus(GRACE);
                refuseRival(partition, hold);
            }
        }
    }

    private static void refuseRival(TopicPartition partition, Hold hold) {
        if (hold.losses >= MOST_LOSSES) {
            throw new SinkException(
                    SinkException.Kind.OTHER_SINK,
                    "another sink, not of this one's consumer group, keeps storing %s: see owner in ingest_offset, and stop one of the two"
                            .formatted(partition));
        }
    }

    /** Claims what is new, asks again about what is in doubt, and lets both be read. */
    void settle(Connection connection) throws SQLException {
        var now = clock.instant();
        var due = held.values().stream()
                .filter(hold -> !hold.reading && !now.isBefore(hold.claimFrom))
                .toList();
        if (!due.isEmpty()) {
            verify(connection, due.stream().filter(Hold::claimed).toList());
            claim(connection, due.stream().filter(hold -> !hold.claimed()).toList());
            read(due);
        }
    }

    /** Under our own epoch nobody else has written: where the database stands is where we stand. */
    private void verify(Connection connection, List<Hold> claimed) throws SQLException {
        if (claimed.isEmpty()) {
            return;
        }
        var stands = offsets.read(connection, partitions(claimed));
        connection.commit();
        var lost = new HashSet<TopicPartition>();
        for (var hold : claimed) {
            var stand = stands.get(hold.partition);
            if (stand == null || stand.epoch() != hold.epoch) {
                lost.add(hold.partition);
            } else {
                hold.next = stand.next();
            }
        }
        if (!lost.isEmpty()) {
            throw new FencedException(lost);
        }
    }

    private void claim(Connection connection, List<Hold> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        var ids = broker.ids(fresh.stream().map(hold -> hold.partition.topic()).collect(Collectors.toSet()));
        var stands = new HashMap<Hold, Offsets.Stand>();
        for (var hold : fresh) {
            var topic = hold.partition.topic();
            var id = Objects.requireNonNull(ids.get(topic), topic);
            stands.put(hold, offsets.claim(connection, decoder.table(topic), hold.partition, id));
            checkpoint.passed(Step.CLAIMED);
        }
        connection.commit();
        checkpoint.passed(Step.CLAIM_COMMITTED);
        stands.forEach((hold, stand) -> {
            hold.epoch = stand.epoch();
            hold.next = stand.next();
        });
    }

    private void read(List<Hold> due) {
        var partitions = partitions(due);
        var begins = consumers.get().beginningOffsets(partitions, PATIENCE);
        var ends = consumers.get().endOffsets(partitions, PATIENCE);
        for (var hold : due) {
            long begin = begins.getOrDefault(hold.partition, 0L);
            LogRange.require(hold.partition, hold.next, begin, ends.getOrDefault(hold.partition, 0L));
            consumers.get().seek(hold.partition, Math.max(hold.next, begin));
            hold.read = hold.next;
            hold.reading = true;
        }
        consumers.get().resume(partitions);
    }

    private static List<TopicPartition> partitions(List<Hold> holds) {
        return holds.stream().map(hold -> hold.partition).toList();
    }

    /** Where the partitions that are read stand in Kafka, as far as that differs from what was read before. */
    Map<TopicPartition, Long> moved() {
        var moved = new TreeMap<TopicPartition, Long>(Offsets.ORDER);
        for (var hold : held.values()) {
            if (hold.reading) {
                var position = consumers.get().position(hold.partition, PATIENCE);
                if (position != hold.read) {
                    moved.put(hold.partition, position);
                }
            }
        }
        return moved;
    }

    /** Under which each of them was claimed. */
    Map<TopicPartition, Long> epochs(Set<TopicPartition> partitions) {
        return held.values().stream()
                .filter(hold -> partitions.contains(hold.partition))
                .collect(Collectors.toMap(hold -> hold.partition, hold -> hold.epoch));
    }

    /** A batch up to there is on its way to the database. */
    void read(Map<TopicPartition, Long> next) {
        for (var hold : held.values()) {
            hold.read = next.getOrDefault(hold.partition, hold.read);
        }
    }

    void stored(Map<TopicPartition, Long> next) {
        for (var hold : held.values()) {
            var offset = next.get(hold.partition);
            if (offset != null) {
                hold.next = offset;
                hold.losses = 0;
            }
        }
    }

    /** How far each partition that is read is stored. */
    Map<TopicPartition, Long> shown() {
        return held.values().stream()
                .filter(hold -> hold.reading)
                .collect(Collectors.toMap(hold -> hold.partition, hold -> hold.next));
    }

    long lag() {
        return held.keySet().stream()
                .mapToLong(p -> consumers.get().currentLag(p).orElse(0))
                .sum();
    }
}
