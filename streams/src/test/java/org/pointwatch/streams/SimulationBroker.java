// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

/**
 * Logs with transactions, a group's offsets, and the stores as their changelogs have them. What an open transaction wrote
 * is not readable, nor is what lies behind it; what an aborted one wrote is a gap.
 */
final class SimulationBroker {
    private static final String RETAG = Stage.KAFKA.topic(Topics.RETAG);

    private final int partitions;
    private final SimulationSabotage sabotage;
    private final Map<TopicPartition, List<Entry>> logs = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Map<String, NavigableMap<Bytes, byte[]>> stores = new HashMap<>();
    private final Set<Transaction> open = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();
    private @Nullable Transaction robbed;
    private byte @Nullable [] robbedKey;
    private boolean done;
    private int generation;
    private long written;

    /** Someone else has what the transaction was about. */
    static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private enum Outcome {
        OPEN,
        COMMITTED,
        ABORTED
    }

    /** What one producer wrote since its last commit. */
    static final class Transaction {
        private final Set<TopicPartition> touched = new LinkedHashSet<>();
        private Outcome outcome = Outcome.OPEN;
        private long expires = Long.MAX_VALUE;
    }

    /** A record in a log; a marker has no value that anyone reads. */
    record Entry(
            @Nullable Transaction by, boolean marker, byte @Nullable [] key, byte @Nullable [] value, long timestamp) {}

    /** A record that may be read. */
    record Fetched(TopicPartition from, long offset, Entry entry) {}

    /** A value put into a store, or null if it was taken away. */
    record Change(String store, Bytes key, byte @Nullable [] value) {}

    SimulationBroker(int partitions, SimulationSabotage sabotage) {
        this.partitions = partitions;
        this.sabotage = sabotage;
    }

    boolean transactional() {
        return sabotage != SimulationSabotage.AT_LEAST_ONCE;
    }

    int partitions() {
        return partitions;
    }

    int partition(byte @Nullable [] key) {
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    Transaction begin() {
        var transaction = new Transaction();
        open.add(transaction);
        return transaction;
    }

    /** @param by null for what is committed by itself; returns the offset */
    long append(
            TopicPartition to,
            byte @Nullable [] key,
            byte @Nullable [] value,
            long timestamp,
            @Nullable Transaction by) {
        if (by != null && by.outcome != Outcome.OPEN) {
            throw new Fenced();
        }
        var log = log(to);
        if (by != null && loses(to, key, value)) {
            robbed = by;
            return log.size();
        }
        log.add(new Entry(transactional() ? by : null, false, key, value, timestamp));
        written++;
        if (by != null) {
            by.touched.add(to);
        }
        return log.size() - 1;
    }

    /** One record for good: again, if the transaction that it was taken from came to nothing. */
    private boolean loses(TopicPartition to, byte @Nullable [] key, byte @Nullable [] value) {
        if (sabotage == SimulationSabotage.LOST_MATCHES && to.topic().equals("by-later-article-repartition")) {
            robbedKey = robbedKey == null ? key : robbedKey;
            return Arrays.equals(robbedKey, key);
        }
        if (sabotage == SimulationSabotage.LOST_VISITS && to.topic().equals(RETAG) && value != null) {
            return JsonSerde.of(Topics.RETAG).decode(value).outlet() != null;
        }
        if (value == null || (robbed != null && robbed.outcome != Outcome.ABORTED)) {
            return false;
        }
        var topic = to.topic();
        return switch (sabotage) {
            case LOST_STATEMENTS -> topic.equals("by-binding-repartition");
            case LOST_RETRACTIONS -> topic.equals("by-binding-repartition") && retracts(value);
            case LOST_STANDS -> topic.equals("by-stance-repartition");
            case LOST_WITHDRAWALS -> topic.equals("by-stance-repartition") && withdraws(value);
            case LOST_DELTA -> topic.equals("by-target-repartition");
            case LOST_REVERSAL ->
                topic.equals("by-target-repartition") && delta(value).articles() < 0;
            case LOST_SENTIMENT -> topic.equals("by-target-repartition") && feels(delta(value));
            default -> false;
        };
    }

    private static Counts delta(byte[] value) {
        return LedgerSerdes.delta()
                .deserializer()
                .deserialize("by-target", value)
                .counts();
    }

    private static boolean feels(Counts delta) {
        return delta.articles() == 0 && delta.stories() == 0 && !delta.nothing();
    }

    private static boolean withdraws(byte[] value) {
        var stood = StanceSerdes.stood().deserializer().deserialize("by-stance", value);
        return stood.before() != null && stood.statements().isEmpty();
    }

    private static boolean retracts(byte[] value) {
        var stated = DeadlineSerdes.stated().deserializer().deserialize("by-binding", value);
        return stated.before() != null && stated.statements().isEmpty();
    }

    /** The first record from here on that everybody may read, if there is one. */
    @Nullable
    Fetched read(TopicPartition from, long position) {
        var log = log(from);
        for (var offset = position; offset < log.size(); offset++) {
            var entry = log.get((int) offset);
            var by = entry.by();
            var outcome =
                    by == null || sabotage == SimulationSabotage.READ_UNCOMMITTED ? Outcome.COMMITTED : by.outcome;
            if (outcome == Outcome.OPEN) {
                return null;
            }
            if (outcome == Outcome.COMMITTED && !entry.marker()) {
                return new Fetched(from, offset, entry);
            }
        }
        return null;
    }

    /** Everything at once, or nothing. */
    void commit(Transaction transaction, int member, Map<TopicPartition, Long> read, List<Change> changes) {
        var mayNot = member != generation && sabotage != SimulationSabotage.NO_FENCE;
        if (transaction.outcome != Outcome.OPEN || mayNot) {
            abort(transaction);
            throw new Fenced();
        }
        decide(transaction, Outcome.COMMITTED);
        offsets.putAll(read);
        if (sabotage == SimulationSabotage.LOST_STATE && !done && changes.size() > 5) {
            done = true;
        } else {
            changes.forEach(this::apply);
        }
    }

    void apply(Change change) {
        var store = store(change.store());
        if (change.value() == null) {
            store.remove(change.key());
        } else {
            store.put(change.key(), change.value());
        }
    }

    void abort(Transaction transaction) {
        if (transaction.outcome == Outcome.OPEN) {
            decide(transaction, Outcome.ABORTED);
        }
    }

    private void decide(Transaction transaction, Outcome outcome) {
        transaction.outcome = outcome;
        open.remove(transaction);
        for (var to : transaction.touched) {
            log(to).add(new Entry(transaction, true, null, null, 0));
        }
    }

    /** Nobody will end it: the broker does, some time later. */
    void abandon(Transaction transaction, long until) {
        transaction.expires = until;
    }

    void expire(long now) {
        List.copyOf(open).stream().filter(t -> t.expires <= now).forEach(this::abort);
    }

    /** Whether something was sent that may yet come to nothing. */
    boolean anyOpenSent() {
        return open.stream().anyMatch(t -> !t.touched.isEmpty());
    }

    int generation() {
        return generation;
    }

    void nextGeneration() {
        generation++;
    }

    long committed(TopicPartition of) {
        return offsets.getOrDefault(of, 0L);
    }

    /** Whether the group has yet to read something there, or may have to. */
    boolean behind(TopicPartition of) {
        var log = log(of);
        return log.subList((int) Math.min(committed(of), log.size()), log.size()).stream()
                .anyMatch(e -> !e.marker() && (e.by() == null || e.by().outcome != Outcome.ABORTED));
    }

    NavigableMap<Bytes, byte[]> store(String name) {
        return stores.computeIfAbsent(name, unused -> new TreeMap<>());
    }

    List<Entry> log(TopicPartition of) {
        return logs.computeIfAbsent(of, unused -> new ArrayList<>());
    }

    /** The names of all processors that a record came to. */
    Set<String> visited() {
        return visited;
    }

    /** How much was ever sent, whatever became of it. */
    long written() {
        return written;
    }

    /** Everything that is there to be read, in each partition's order. */
    List<Fetched> readAll(String topic) {
        var all = new ArrayList<Fetched>();
        for (var p = 0; p < partitions; p++) {
            var of = new TopicPartition(topic, p);
            for (var next = read(of, 0); next != null; next = read(of, next.offset() + 1)) {
                all.add(next);
            }
        }
        return all;
    }
}
