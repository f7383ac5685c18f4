// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;

/** Waits until those who run have handled what is on a topic at the moment. */
public final class Catchup {
    private static final long LOOK_MS = 200;
    private static final long PATIENCE_S = 120;

    private final KafkaAccess kafka;
    private final @Nullable SinkSettings database;

    /** @param database null if there is none */
    public Catchup(KafkaAccess kafka, @Nullable SinkSettings database) {
        this.kafka = kafka;
        this.database = database;
    }

    /** How far somebody is. */
    private interface Positions {
        Map<TopicPartition, Long> read() throws ExecutionException, InterruptedException, SQLException;
    }

    /** Returns false if nobody processes, or if it takes longer than two minutes. */
    public boolean processed(Topic<?> topic) throws InterruptedException {
        try (var admin = kafka.admin()) {
            var offsets = GroupOffsets.of(admin, kafka);
            var ends = offsets.ends(offsets.partitions(List.of(kafka.topic(topic))));
            return offsets.attended() && reached(ends, offsets::committed);
        } catch (ExecutionException e) {
            throw Failure.of("Kafka at " + kafka.bootstrap() + " does not tell how far it is: " + e.getCause(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("Kafka has no SQL", e);
        }
    }

    /** Returns false if no database is at hand, or if it takes longer than two minutes. */
    public boolean stored(List<Topic<?>> topics) throws InterruptedException {
        var at = database;
        if (at == null) {
            return false;
        }
        try (var admin = kafka.admin();
                var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password())) {
            var offsets = GroupOffsets.of(admin, kafka);
            var ends = offsets.ends(
                    offsets.partitions(topics.stream().map(kafka::topic).toList()));
            return reached(ends, () -> Quiet.stored(connection));
        } catch (ExecutionException e) {
            throw Failure.of("Kafka at " + kafka.bootstrap() + " does not tell how far it is: " + e.getCause(), e);
        } catch (SQLException e) {
            throw Failure.of("the database does not tell how far it is: " + e.getMessage(), e);
        }
    }

    private static boolean reached(Map<TopicPartition, Long> ends, Positions positions)
            throws ExecutionException, InterruptedException, SQLException {
        var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Quiet.reached(ends, positions.read())) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return true;
    }
}
