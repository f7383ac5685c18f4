// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** How far the topology and the rows are, as the committed offsets of both show it. */
final class Progress implements AutoCloseable {
    private static final String STORED = "SELECT coalesce(sum(next_offset), 0) FROM ingest_offset";

    private final KafkaAccess kafka;
    private final SinkSettings database;
    private final Admin admin;

    Progress(KafkaAccess kafka, SinkSettings database) {
        this.kafka = kafka;
        this.database = database;
        this.admin = kafka.admin();
    }

    /** Articles that the topology has taken in. */
    long articles() throws ExecutionException, InterruptedException {
        return sum(topic -> topic.equals(kafka.topic(Topics.ARTICLES)));
    }

    /** Committed on the topics whose name ends so. */
    long at(String hop) throws ExecutionException, InterruptedException {
        return sum(topic -> topic.endsWith("-" + hop));
    }

    /** Committed on all topics that the topology reads. */
    long processed() throws ExecutionException, InterruptedException {
        return sum(topic -> true);
    }

    private long sum(Predicate<String> topics) throws ExecutionException, InterruptedException {
        return committed().entrySet().stream()
                .filter(offset -> topics.test(offset.getKey().topic()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Offsets that the topology has before it, over all topics it reads and has committed on; markers count as well. */
    long ahead() throws ExecutionException, InterruptedException {
        var committed = committed();
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        committed.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - committed.get(end.getKey()))
                .sum();
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(kafka.id(StreamsSettings.DEFAULT_NAME))
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
        return committed;
    }

    /** Offsets behind which everything is in the tables. */
    long stored() throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(STORED)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
