// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.KafkaAccess;

import static org.awaitility.Awaitility.await;

/** Topics and a database of one test, the sinks that it starts, and what it finds in the tables. */
final class World implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    final KafkaAccess kafka;
    final SinkSettings settings;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** What time it is for the retention. */
    volatile InstantSource times = InstantSource.fixed(Samples.NOON);

    private final List<Sink> sinks = new ArrayList<>();

    World(BrokerExtension broker, PostgresExtension postgres) {
        this(broker, SinkSettings.of(postgres.freshDatabase(), postgres.user(), postgres.password()));
    }

    World(BrokerExtension broker, SinkSettings settings) {
        this.kafka = broker.fresh();
        this.settings = settings;
    }

    Sink start() {
        return start(Checkpoint.NONE);
    }

    Sink start(Checkpoint checkpoint) {
        return start(settings, kafka, checkpoint);
    }

    Sink start(SinkSettings own, KafkaAccess access, Checkpoint checkpoint) {
        var sink = Sink.start(own, access, meters, InstantSource.system(), times, checkpoint);
        sinks.add(sink);
        return sink;
    }

    /** A sink that stores all there is, and stops. */
    void run() {
        try (var sink = start()) {
            awaitStored();
            assert sink != null;
        }
    }

    /** Until the database has everything that the topics have now. */
    void awaitStored() {
        awaitStored(PATIENCE);
    }

    void awaitStored(Duration patience) {
        var ends = ends();
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> stored(ends));
    }

    /** Whether everything that was published up to now is in the tables. */
    boolean storedAll() throws SQLException {
        return stored(ends());
    }

    private boolean stored(Map<TopicPartition, Long> ends) throws SQLException {
        var next = new HashMap<TopicPartition, Long>();
        for (var row : query("SELECT topic, \"partition\", next_offset FROM ingest_offset")) {
            next.put(new TopicPartition((String) row.get(0), (Integer) row.get(1)), (Long) row.get(2));
        }
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    /** Whether a sink has claimed every partition that there is to read. */
    boolean claimedAll() throws SQLException {
        return query("SELECT count(*) FROM ingest_offset").get(0).get(0).equals((long) ends().size());
    }

    private Map<TopicPartition, Long> ends() {
        try (var admin = kafka.admin()) {
            var names = Tables.ALL.stream().map(t -> kafka.topic(t.topic())).toList();
            var latest = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                    .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, o -> o.getValue().offset()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    /** Each row a list. */
    List<List<Object>> query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everything the sink made, with the records it came from: equal only if every row is. */
    List<List<Object>> contents() throws SQLException {
        var all = new ArrayList<List<Object>>();
        for (var table : List.of(
                "coverage",
                "rolling",
                "findings",
                "mentions",
                "texts",
                "figures",
                "quotes",
                "stories",
                "deadlines",
                "stances",
                "feeds")) {
            all.addAll(
                    query("SELECT '" + table + "', (to_jsonb(t) - 'stored_at')::text FROM " + table + " t ORDER BY 2"));
        }
        all.addAll(query("SELECT 'outlet_days', d.target || ' ' || d.day || ' ' || o.name FROM outlet_days d"
                + " JOIN outlets o ON o.no / 1024 = d.part AND get_bit(d.outlets, o.no % 1024) = 1 ORDER BY 2"));
        return all;
    }

    double count(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    @Override
    public void close() {
        sinks.forEach(Sink::close);
    }
}
