// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.sink.Checkpoint.Step;

/**
 * One batch, one transaction: lock our offsets and see that they are still ours, write what lies behind them, send off
 * what cannot be written, move the offsets on, commit.
 */
final class BatchWriter {
    private static final int ATTEMPTS = 6;
    private static final long SHORTEST_PAUSE_MS = 5;

    private final Offsets offsets;
    private final Months months;
    private final DeadLetters deadLetters;
    private final SinkMeters meters;
    private final Checkpoint checkpoint;
    private final Map<Table<?>, TableWriter> writers = new LinkedHashMap<>();

    BatchWriter(Offsets offsets, Months months, DeadLetters deadLetters, SinkMeters meters, Checkpoint checkpoint) {
        this.offsets = offsets;
        this.months = months;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.checkpoint = checkpoint;
        Tables.ALL.forEach(table -> writers.put(table, new TableWriter(table, checkpoint)));
    }

    /**
     * @param epochs under which we claimed the partitions of the batch
     * @throws FencedException if one of them is no longer ours; nothing is stored then
     * @throws SQLException if the database could not do it, or did it and could not say so
     */
    void store(Connection connection, Batch batch, Map<TopicPartition, Long> epochs) throws SQLException {
        months.make(connection, batch.records());
        checkpoint.passed(Step.MONTHS_MADE);
        var careful = false;
        for (var attempt = 1; ; attempt++) {
            try {
                meters.stored(batch.records().size(), attempt(connection, batch, epochs, careful));
                return;
            } catch (SQLException e) {
                rollback(connection, e);
                var trouble = Trouble.of(e);
                if (trouble == Trouble.ROW && !careful) {
                    careful = true;
                } else if (trouble != Trouble.RETRY || attempt >= ATTEMPTS) {
                    throw e;
                }
                meters.retry(e);
                pause(attempt);
            }
        }
    }

    private Map<Table<?>, List<Row>> attempt(
            Connection connection, Batch batch, Map<TopicPartition, Long> epochs, boolean careful) throws SQLException {
        var records = batch.from(stored(connection, epochs));
        var latest = Batch.latest(records);
        for (var table : latest.entrySet()) {
            var writer = Objects.requireNonNull(writers.get(table.getKey()));
            write(connection, writer, table.getValue(), careful);
        }
        for (var record : records) {
            if (record instanceof Decoded.Bad bad) {
                deadLetters.send(bad);
            }
        }
        deadLetters.confirm();
        checkpoint.passed(Step.LETTERS_SENT);
        offsets.advance(connection, batch.next());
        checkpoint.passed(Step.OFFSETS_ADVANCED);
        connection.commit();
        checkpoint.passed(Step.COMMITTED);
        return latest;
    }

    /** The offsets from which on nothing is stored yet, locked. */
    private Map<TopicPartition, Long> stored(Connection connection, Map<TopicPartition, Long> epochs)
            throws SQLException {
        var stands = offsets.lock(connection, epochs.keySet());
        var lost = epochs.entrySet().stream()
                .filter(ours -> !stands.containsKey(ours.getKey())
                        || stands.get(ours.getKey()).epoch() != ours.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!lost.isEmpty()) {
            connection.rollback();
            throw new FencedException(lost);
        }
        checkpoint.passed(Step.LOCKED);
        return stands.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, s -> s.getValue().next()));
    }

    private void write(Connection connection, TableWriter writer, List<Row> rows, boolean careful) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (careful) {
            writeAround(connection, writer, rows);
        } else {
            writer.write(connection, rows);
        }
    }

    /** Halves until the rows that cannot be stored stand alone, and sends those to the dead letters. */
    private void writeAround(Connection connection, TableWriter writer, List<Row> rows) throws SQLException {
        var before = connection.setSavepoint();
        try {
            writer.write(connection, rows);
            connection.releaseSavepoint(before);
            return;
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.ROW) {
                throw e;
            }
            connection.rollback(before);
            if (rows.size() == 1) {
                deadLetters.send(refused(rows.get(0), e));
                return;
            }
        }
        var half = rows.size() / 2;
        writeAround(connection, writer, rows.subList(0, half));
        writeAround(connection, writer, rows.subList(half, rows.size()));
    }

    private static Decoded.Bad refused(Row row, SQLException e) {
        var why =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return new Decoded.Bad(row.source(), "sink-store", "sqlstate-" + e.getSQLState(), why);
    }

    private static void rollback(Connection connection, SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Bounded, with jitter, so that two that met do not meet again. */
    private static void pause(int attempt) {
        var longest = SHORTEST_PAUSE_MS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(longest) + 1));
    }
}
