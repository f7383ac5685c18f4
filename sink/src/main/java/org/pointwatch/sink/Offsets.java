// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The table {@code ingest_offset}: how far each partition is stored, and who may store more. */
final class Offsets {
    static final java.util.Comparator<TopicPartition> ORDER =
            java.util.Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private static final String CLAIM =
            """
            INSERT INTO ingest_offset AS o (topic, "partition", table_name, topic_uuid, next_offset, epoch, owner)
            VALUES (?, ?, ?, ?, 0, 1, ?)
            ON CONFLICT (topic, "partition")
            DO UPDATE SET epoch = o.epoch + 1, owner = excluded.owner, claimed_at = now()
            RETURNING next_offset, epoch""";
    private static final String STRANGERS =
            """
            SELECT topic, topic_uuid FROM ingest_offset
            WHERE table_name = ? AND (topic <> ? OR topic_uuid <> ?) LIMIT 1""";
    private static final String READ =
            """
            SELECT topic, "partition", next_offset, epoch FROM ingest_offset
            WHERE (topic, "partition") IN (SELECT * FROM unnest(?, ?))
            ORDER BY topic, "partition\"""";
    private static final String ADVANCE =
            """
            UPDATE ingest_offset o SET next_offset = n.next_offset, advanced_at = now()
            FROM unnest(?, ?, ?) AS n (topic, "partition", next_offset)
            WHERE o.topic = n.topic AND o."partition" = n."partition" AND o.next_offset < n.next_offset""";

    private final String owner;

    /** @param owner unlike any other sink's, also of an earlier run */
    Offsets(String owner) {
        this.owner = owner;
    }

    /** @param next the first offset that is not stored; @param epoch under which it may be stored */
    record Stand(long next, long epoch) {}

    /** Takes a partition over. Whoever held it before is refused from the commit on. */
    Stand claim(Connection connection, Table<?> table, TopicPartition partition, Uuid id) throws SQLException {
        requireSameTopic(connection, table, partition.topic(), id.toString());
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, partition.topic());
            statement.setInt(2, partition.partition());
            statement.setString(3, table.name());
            statement.setString(4, id.toString());
            statement.setString(5, owner);
            try (var result = statement.executeQuery()) {
                result.next();
                return new Stand(result.getLong(1), result.getLong(2));
            }
        }
    }

    private static void requireSameTopic(Connection connection, Table<?> table, String topic, String id)
            throws SQLException {
        try (var statement = connection.prepareStatement(STRANGERS)) {
            statement.setString(1, table.name());
            statement.setString(2, topic);
            statement.setString(3, id);
            try (var result = statement.executeQuery()) {
                if (result.next()) {
                    throw stranger(table, topic, id, result.getString(1), result.getString(2));
                }
            }
        }
    }

    private static SinkException stranger(Table<?> table, String topic, String id, String known, String knownId) {
        if (!known.equals(topic)) {
            return new SinkException(
                    SinkException.Kind.OTHER_PREFIX,
                    ("the table %s of this database is filled from the topic %s, not from %s:"
                                    + " give each topics.prefix its own database or schema (?currentSchema=)")
                            .formatted(table.name(), known, topic));
        }
        return new SinkException(
                SinkException.Kind.OTHER_TOPIC,
                ("the topic %s (id %s) is not the one that the table %s was filled from (id %s): the broker was wiped"
                                + " or the topic made anew. Restore the broker's data; or, if the topic holds the"
                                + " whole history again, run SELECT reseed('%s') in the database and start the sink")
                        .formatted(topic, id, table.name(), knownId, topic));
    }

    Map<TopicPartition, Stand> read(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        return read(connection, partitions, READ);
    }

    /** Locks the rows, in one order for all, until the end of the transaction. */
    Map<TopicPartition, Stand> lock(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        return read(connection, partitions, READ + " FOR UPDATE");
    }

    private static Map<TopicPartition, Stand> read(
            Connection connection, Collection<TopicPartition> partitions, String sql) throws SQLException {
        var stands = new TreeMap<TopicPartition, Stand>(ORDER);
        try (var statement = connection.prepareStatement(sql)) {
            name(connection, statement, List.copyOf(partitions));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    stands.put(
                            new TopicPartition(result.getString(1), result.getInt(2)),
                            new Stand(result.getLong(3), result.getLong(4)));
                }
            }
        }
        return stands;
    }

    void advance(Connection connection, Map<TopicPartition, Long> next) throws SQLException {
        var partitions = List.copyOf(next.keySet());
        try (var statement = connection.prepareStatement(ADVANCE)) {
            name(connection, statement, partitions);
            var offsets = partitions.stream().map(next::get).toArray(Long[]::new);
            statement.setArray(3, connection.createArrayOf("int8", offsets));
            statement.executeUpdate();
        }
    }

    private static void name(Connection connection, PreparedStatement statement, List<TopicPartition> partitions)
            throws SQLException {
        var topics = partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
        var numbers = partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
        statement.setArray(1, connection.createArrayOf("text", topics));
        statement.setArray(2, connection.createArrayOf("int4", numbers));
    }
}
