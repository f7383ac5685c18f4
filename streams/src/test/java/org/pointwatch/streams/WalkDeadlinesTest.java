// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.deadline.ledger.Precision;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.deadline.ledger.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** The step alone: what is kept of many articles, and what they cost. */
class WalkDeadlinesTest {
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final Binding BINDING = new Binding("plan", "ukraine", null);
    private static final int FLOOD = 10_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, LedgerDeadline> published = new TreeMap<>();
    private int changes;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Stated> input;

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void onlyTheEarliestAreWalkedWhateverCameFirst() {
        open(3);
        var articles = List.of(says("d", 4), says("a", 1), says("c", 3), says("b", 2));
        articles.forEach(this::arrives);
        assertThat(only().stories()).isEqualTo(3);
        assertThat(only().lastSeen()).isEqualTo(NOON.plusSeconds(3));
        assertThat(meters.counter("pointwatch_deadline_walks_capped_total").count())
                .isEqualTo(1);

        arrives(new Stated(BINDING, "b", NOON.plusSeconds(2), List.of()));
        assertThat(only().stories()).isEqualTo(3);
        assertThat(only().lastSeen()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void aFloodOfOneReleaseCostsAFewWalks() {
        open(WalkDeadlines.MOST_ARTICLES);
        var copies = new ArrayList<Stated>();
        for (var i = 0; i < FLOOD; i++) {
            copies.add(says("%020x".formatted(i), i));
        }
        Collections.shuffle(copies, new Random(1));
        var began = System.nanoTime();
        for (var i = 0; i < FLOOD; i++) {
            input.pipeInput(BINDING.key(), copies.get(i));
            if (i % 1_000 == 999) {
                driver.advanceWallClockTime(Duration.ofSeconds(1));
            }
        }
        var arrived = System.nanoTime();
        input.pipeInput(BINDING.key(), says("last", FLOOD));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        System.out.printf(
                "%,d articles about one deadline arrive in %,d ms with a walk each 1,000; a walk of all takes %,d ms%n",
                FLOOD, (arrived - began) / 1_000_000, (System.nanoTime() - arrived) / 1_000_000);

        assertThat(only().stories()).isEqualTo(FLOOD + 1);
        assertThat(only().firstSeen()).isEqualTo(NOON);
        assertThat(changes).isLessThan(20);
        assertThat(meters.counter("pointwatch_deadline_walks_capped_total").count())
                .isZero();
    }

    @Test
    void newsOfWhatIsSettledIsCounted() {
        open(3);
        arrives(new Stated(BINDING, "a", NOON, List.of()));

        assertThat(published).isEmpty();
        assertThat(meters.counter("pointwatch_news_of_settled_deadlines_total").count())
                .isEqualTo(1);
    }

    private void open(int mostArticles) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "walk");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var topology = new Topology()
                .addSource(
                        "in", new StringDeserializer(), DeadlineSerdes.stated().deserializer(), "stated")
                .addProcessor("walk", () -> new WalkDeadlines(clock, meters, mostArticles), "in")
                .addProcessor("out", Collect::new, "walk")
                .addStateStore(
                        Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore(WalkDeadlines.STATEMENTS),
                                Serdes.String(),
                                DeadlineSerdes.statements()),
                        "walk")
                .addStateStore(store(WalkDeadlines.STATES, DeadlineSerdes.kept()), "walk")
                .addStateStore(store(WalkDeadlines.CHANGED, DeadlineSerdes.binding()), "walk");
        driver = new TopologyTestDriver(topology, properties, NOON);
        input = driver.createInputTopic(
                "stated", new StringSerializer(), DeadlineSerdes.stated().serializer());
    }

    private static <V> StoreBuilder<?> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde);
    }

    private final class Collect extends ContextualProcessor<String, DeadlineChange, Void, Void> {
        @Override
        public void process(Record<String, DeadlineChange> record) {
            changes++;
            var after = record.value().after();
            if (after == null) {
                published.remove(record.key());
            } else {
                published.put(record.key(), after);
            }
        }
    }

    private void arrives(Stated stated) {
        input.pipeInput(BINDING.key(), stated);
        driver.advanceWallClockTime(stated.article().equals("b") ? Duration.ofSeconds(1) : Duration.ZERO);
    }

    private LedgerDeadline only() {
        assertThat(published).hasSize(1);
        return published.values().iterator().next();
    }

    private static Stated says(String article, int second) {
        var statement = new Statement(
                NOON.plusSeconds(second),
                article,
                true,
                true,
                0,
                "2025-12-27",
                List.of(),
                Precision.DAY,
                Status.SET,
                "us",
                List.of(),
                "The envoy of the host said that an answer was due by the end of the year, and not a day later than that.");
        return new Stated(BINDING, article, null, List.of(statement));
    }
}
