// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;

/** The sink's way into the database without a broker in front: values are numbered as if they came from one partition. */
final class Direct implements AutoCloseable {
    private static final KafkaAccess NOWHERE = KafkaAccess.of("localhost:1");

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Connection connection;
    final Months months;
    private final Decoder decoder = new Decoder(NOWHERE);
    private final Offsets offsets = new Offsets("direct");
    private final SinkMeters meters = new SinkMeters(registry, InstantSource.system());
    private final Keep keep;
    private final int number;
    private final BatchWriter writer;
    private final Map<TopicPartition, Long> epochs = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> waiting = new ArrayList<>();

    Direct(PostgresExtension postgres, String url, Keep keep) throws SQLException {
        this(postgres, url, keep, 0);
    }

    /** @param number of the partition */
    Direct(PostgresExtension postgres, String url, Keep keep, int number) throws SQLException {
        this.keep = keep;
        this.number = number;
        Schema.migrate(SinkSettings.of(url, postgres.user(), postgres.password()));
        connection = postgres.connect(url);
        connection.setAutoCommit(false);
        months = new Months(keep, InstantSource.system());
        writer = new BatchWriter(offsets, months, new DeadLetters(NOWHERE, decoder, meters), meters, Checkpoint.NONE);
    }

    Retirement retirement() {
        return new Retirement(keep, months, meters, InstantSource.system());
    }

    /** @param value null for a tombstone */
    <V> Direct put(Topic<V> topic, String key, @Nullable V value) throws SQLException {
        var partition = new TopicPartition(NOWHERE.topic(topic), number);
        if (!epochs.containsKey(partition)) {
            var stand = offsets.claim(connection, decoder.table(partition.topic()), partition, Uuid.ONE_UUID);
            connection.commit();
            epochs.put(partition, stand.epoch());
            next.put(partition, stand.next());
        }
        var offset = next.merge(partition, 1L, Long::sum) - 1;
        waiting.add(new ConsumerRecord<>(
                partition.topic(),
                number,
                offset,
                key,
                value == null ? null : JsonSerde.of(topic).encode(value)));
        return this;
    }

    /** One batch of all that was put. */
    void store() throws SQLException {
        writer.store(connection, Batch.of(waiting, Map.copyOf(next), decoder), epochs);
        waiting.clear();
    }

    List<List<Object>> query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            connection.commit();
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    double retired(String table) {
        var counter = registry.find("pointwatch.sink.retired.rows")
                .tag("table", table)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
