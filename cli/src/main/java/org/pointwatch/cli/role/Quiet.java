// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

/**
 * Whether everything that was fetched has been processed and stored: the topology has committed every input, repartition
 * and loop topic to its end and the rows are as far as the output topics, in two looks between which nothing was written.
 */
public final class Quiet {
    private static final long BETWEEN_LOOKS_MS = 1_500;
    private static final List<Topic<?>> READ =
            List.of(Topics.ARTICLES, Topics.STORY_CHANGES, Topics.RETAG, Topics.OVERRIDES);
    private static final List<Topic<?>> STORED = List.of(
            Topics.COVERAGE,
            Topics.ROLLING,
            Topics.FINDINGS,
            Topics.TEXTS,
            Topics.STORIES,
            Topics.DEADLINES,
            Topics.STANCES,
            Topics.FEEDS);

    private final KafkaAccess kafka;
    private final @Nullable SinkSettings database;

    /** @param database null if nobody stores what is written */
    public Quiet(KafkaAccess kafka, @Nullable SinkSettings database) {
        this.kafka = kafka;
        this.database = database;
    }

    /** The ends of all topics, and whether everyone had reached them. */
    private record Look(Map<TopicPartition, Long> ends, boolean reached) {}

    /** Returns true once it is quiet, false if it is not within the time. */
    public boolean await(long patienceMs) throws InterruptedException {
        return await(patienceMs, () -> false);
    }

    /**
     * Returns true once it is quiet, false if it is not within the time.
     *
     * @param enough ends the wait early
     */
    public boolean await(long patienceMs, BooleanSupplier enough) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        try (var admin = kafka.admin();
                var connection = connect()) {
            var before = look(admin, connection);
            while (System.nanoTime() < end && !enough.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(before.reached() ? BETWEEN_LOOKS_MS : BETWEEN_LOOKS_MS / 5);
                var now = look(admin, connection);
                if (before.reached() && now.reached() && before.ends().equals(now.ends())) {
                    return true;
                }
                before = now;
            }
            return false;
        } catch (ExecutionException e) {
            throw Failure.of("Kafka at " + kafka.bootstrap() + " does not tell how far it is: " + e.getCause(), e);
        } catch (SQLException e) {
            throw Failure.of("the database does not tell how far it is: " + e.getMessage(), e);
        }
    }

    private @Nullable Connection connect() throws SQLException {
        return database == null
                ? null
                : DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private Look look(Admin admin, @Nullable Connection connection)
            throws ExecutionException, InterruptedException, SQLException {
        var offsets = GroupOffsets.of(admin, kafka);
        var read = offsets.partitions(inputs(kafka, admin.listTopics().names().get()));
        var written = offsets.partitions(outputs(kafka));
        // Positions first: an end that moves in between is then seen as not reached.
        var committed = offsets.committed();
        var stored = connection == null ? null : stored(connection);
        var readEnds = offsets.ends(read);
        var writtenEnds = offsets.ends(written);
        var all = new HashMap<>(readEnds);
        all.putAll(writtenEnds);
        return new Look(all, reached(readEnds, committed) && (stored == null || reached(writtenEnds, stored)));
    }

    /** What the sink reads. */
    static List<String> outputs(KafkaAccess kafka) {
        return STORED.stream().map(kafka::topic).toList();
    }

    /** What the topology reads, of the topics there are. */
    static List<String> inputs(KafkaAccess kafka, Set<String> names) {
        var inputs = new ArrayList<>(READ.stream().map(kafka::topic).toList());
        var internal = kafka.id(StreamsSettings.DEFAULT_NAME) + "-";
        names.stream()
                .filter(name -> name.startsWith(internal) && name.endsWith("-repartition"))
                .forEach(inputs::add);
        return inputs;
    }

    static Map<TopicPartition, Long> stored(Connection connection) throws SQLException {
        var stored = new HashMap<TopicPartition, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT topic, partition, next_offset FROM ingest_offset")) {
            while (rows.next()) {
                stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return stored;
    }

    static boolean reached(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        return ends.entrySet().stream().allMatch(e -> positions.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }
}
