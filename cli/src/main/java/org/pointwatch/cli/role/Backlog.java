// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.KafkaAccess;

/**
 * What is still to be done before the numbers are final.
 *
 * @param unprocessed records that the topology has not committed
 * @param unposted coverage keys with changes that it has not sent on
 * @param unstored records that the database does not have
 */
public record Backlog(long unprocessed, long unposted, long unstored) {
    private static final String PENDING = "-pending-deltas-changelog";

    /** @param database null if there is none */
    public static Backlog of(KafkaAccess kafka, @Nullable SinkSettings database) {
        try (var admin = kafka.admin()) {
            var names = admin.listTopics().names().get();
            var offsets = GroupOffsets.of(admin, kafka);
            var inputs = Quiet.inputs(kafka, names);
            inputs.retainAll(names);
            var unprocessed = left(offsets, offsets.partitions(inputs), offsets.committed());
            return new Backlog(
                    unprocessed, unposted(kafka, names), database == null ? 0 : unstored(kafka, admin, database));
        } catch (ExecutionException e) {
            throw Failure.of("Kafka at " + kafka.bootstrap() + " does not tell how far it is: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while positions were read", e);
        } catch (SQLException e) {
            throw Failure.of("the database does not tell how far it is: " + e.getMessage(), e);
        }
    }

    private static long left(GroupOffsets offsets, List<TopicPartition> partitions, Map<TopicPartition, Long> positions)
            throws ExecutionException, InterruptedException {
        var starts = offsets.starts(partitions);
        return offsets.ends(partitions).entrySet().stream()
                .mapToLong(end -> {
                    var start = starts.getOrDefault(end.getKey(), 0L);
                    return end.getValue() - Math.max(start, positions.getOrDefault(end.getKey(), 0L));
                })
                .filter(left -> left > 0)
                .sum();
    }

    private static long unposted(KafkaAccess kafka, Set<String> names) {
        var changelog = kafka.id(StreamsSettings.DEFAULT_NAME) + PENDING;
        var waiting = new HashSet<String>();
        if (names.contains(changelog)) {
            WholeTopics.read(kafka, List.of(changelog), record -> {
                if (record.value() == null) {
                    waiting.remove(record.key());
                } else {
                    waiting.add(record.key());
                }
            });
        }
        return waiting.size();
    }

    private static long unstored(KafkaAccess kafka, Admin admin, SinkSettings database)
            throws SQLException, ExecutionException, InterruptedException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            var offsets = GroupOffsets.of(admin, kafka);
            var written = offsets.partitions(Quiet.outputs(kafka));
            return left(offsets, written, Quiet.stored(connection));
        }
    }

    /** One line for people; null if nothing is left. */
    public @Nullable String told() {
        if (unprocessed == 0 && unposted == 0 && unstored == 0) {
            return null;
        }
        return unprocessed + " records are not processed yet, changes of " + unposted
                + " coverage keys are not sent on, and " + unstored + " records are not in the database";
    }
}
