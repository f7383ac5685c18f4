// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

/** How far fetcher, topology and rows are, as what each of them commits shows it. */
final class Progress implements AutoCloseable {
    private final KafkaAccess kafka;
    private final SinkSettings database;
    private final String group;
    private final Admin admin;

    /** @param database reached directly, past any proxy */
    Progress(KafkaAccess kafka, SinkSettings database) {
        this.kafka = kafka;
        this.database = database;
        this.group = kafka.id(StreamsSettings.DEFAULT_NAME);
        this.admin = Admin.create(kafka.properties(Map.of(
                "request.timeout.ms", 2_000,
                "default.api.timeout.ms", 3_000,
                "reconnect.backoff.max.ms", 100,
                "retry.backoff.max.ms", 100)));
    }

    /** Offsets that the topology has committed, on all topics it reads. */
    Map<TopicPartition, Long> processed() throws ExecutionException, InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
        return committed;
    }

    /** The same on the topics whose name ends so. */
    Map<TopicPartition, Long> processed(String hop) throws ExecutionException, InterruptedException {
        return only(processed(), p -> p.topic().endsWith("-" + hop));
    }

    Map<TopicPartition, Long> processed(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return only(processed(), partitions::contains);
    }

    private static Map<TopicPartition, Long> only(Map<TopicPartition, Long> all, Predicate<TopicPartition> which) {
        return all.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the group has given to the threads of an instance. */
    Set<TopicPartition> heldBy(String instance) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .flatMap(g -> g.members().stream())
                .filter(m -> m.groupInstanceId().orElse("").startsWith(instance + "-"))
                .flatMap(m -> m.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /** Offsets that the topology has before it; transactions' markers count as well. */
    long ahead() throws ExecutionException, InterruptedException {
        var committed = processed();
        return ends(committed.keySet()).entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.get(end.getKey()))
                .sum();
    }

    /** Articles that wait for the topology. */
    long waiting() throws ExecutionException, InterruptedException {
        var committed = processed(Topics.ARTICLES.name());
        return ends(partitions(Topics.ARTICLES)).entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Ends of what the fetcher commits with every poll. */
    Map<TopicPartition, Long> polled() throws ExecutionException, InterruptedException {
        return ends(partitions(Topics.FEEDS));
    }

    private Set<TopicPartition> partitions(Topic<?> topic) throws ExecutionException, InterruptedException {
        var name = kafka.topic(topic);
        return admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                .map(p -> new TopicPartition(name, p.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(p -> asked.put(p, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Offsets behind which everything is in the tables. */
    Map<TopicPartition, Long> stored() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT topic, partition, next_offset FROM ingest_offset")) {
            var stored = new HashMap<TopicPartition, Long>();
            while (rows.next()) {
                stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return stored;
        }
    }

    /** Partitions that are not held by the sink of that name. */
    int strangers(String sink) throws SQLException {
        try (var connection = connect();
                var statement =
                        connection.prepareStatement("SELECT count(*) FROM ingest_offset WHERE owner NOT LIKE ?")) {
            statement.setString(1, sink + "/%");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Feeds that were asked at that time or later. */
    int polledSince(Instant time) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("SELECT count(*) FROM feeds WHERE last_poll >= ?")) {
            statement.setObject(1, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }

    /** Whether anything got on. */
    static boolean moved(Map<TopicPartition, Long> before, Map<TopicPartition, Long> now) {
        return now.entrySet().stream().anyMatch(e -> e.getValue() > before.getOrDefault(e.getKey(), 0L));
    }

    @Override
    public void close() {
        admin.close();
    }
}
