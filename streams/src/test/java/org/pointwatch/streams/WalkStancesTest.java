// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.wire.record.Stance;

import static org.assertj.core.api.Assertions.assertThat;

/** The step alone: what is kept of many articles, and what they cost. */
class WalkStancesTest {
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final StanceKey KEY = new StanceKey("zelensky", "territory");
    private static final int FLOOD = 10_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Stance> published = new TreeMap<>();
    private int changes;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Stood> input;

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void onlyTheLatestAreWalkedWhateverCameFirst() {
        open(3);
        for (var said : List.of(says("d", 4), says("a", 1), says("c", 3), says("b", 2))) {
            arrives(said);
        }
        assertThat(only().n()).isEqualTo(3);
        assertThat(only().since()).isEqualTo(NOON.plusSeconds(2));
        assertThat(only().article()).isEqualTo("d");
        assertThat(meters.counter("pointwatch_stance_walks_capped_total").count())
                .isEqualTo(1);

        arrives(new Stood(KEY, "d", NOON.plusSeconds(4), List.of()));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(only().since()).isEqualTo(NOON.plusSeconds(1));
        assertThat(only().article()).isEqualTo("c");
    }

    @Test
    void aFloodOfStatementsCostsAFewWalks() {
        open(WalkStances.MOST_ARTICLES);
        var said = new ArrayList<Stood>();
        for (var i = 0; i < FLOOD; i++) {
            said.add(says("%020x".formatted(i), i));
        }
        Collections.shuffle(said, new Random(1));
        var began = System.nanoTime();
        for (var i = 0; i < FLOOD; i++) {
            input.pipeInput(KEY.text(), said.get(i));
            if (i % 1_000 == 999) {
                driver.advanceWallClockTime(Duration.ofSeconds(1));
            }
        }
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        System.out.printf(
                "%,d statements of one actor on one point take %,d ms%n",
                FLOOD, (System.nanoTime() - began) / 1_000_000);

        assertThat(only().n()).isEqualTo(FLOOD);
        assertThat(only().since()).isEqualTo(NOON);
        assertThat(changes).isLessThan(20);
        assertThat(meters.counter("pointwatch_stance_walks_capped_total").count())
                .isZero();
    }

    @Test
    void newsOfWhatIsSettledIsCounted() {
        open(3);
        arrives(new Stood(KEY, "a", NOON, List.of()));

        assertThat(published).isEmpty();
        assertThat(meters.counter("pointwatch_news_of_settled_stances_total").count())
                .isEqualTo(1);
    }

    private void open(int mostArticles) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "walk");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        var topology = new Topology()
                .addSource("in", new StringDeserializer(), StanceSerdes.stood().deserializer(), "stood")
                .addProcessor("walk", () -> new WalkStances(meters, mostArticles), "in")
                .addProcessor("out", Collect::new, "walk")
                .addStateStore(
                        Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore(WalkStances.MENTIONS),
                                Serdes.String(),
                                StanceSerdes.statements()),
                        "walk")
                .addStateStore(store(WalkStances.STATES, StanceSerdes.kept()), "walk")
                .addStateStore(store(WalkStances.CHANGED, Serdes.ByteArray()), "walk");
        driver = new TopologyTestDriver(topology, properties, NOON);
        input = driver.createInputTopic(
                "stood", new StringSerializer(), StanceSerdes.stood().serializer());
    }

    private static <V> StoreBuilder<?> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde);
    }

    private final class Collect extends ContextualProcessor<String, Stance, Void, Void> {
        @Override
        public void process(Record<String, Stance> record) {
            changes++;
            if (record.value() == null) {
                published.remove(record.key());
            } else {
                published.put(record.key(), record.value());
            }
        }
    }

    private void arrives(Stood stood) {
        input.pipeInput(KEY.text(), stood);
        driver.advanceWallClockTime(stood.article().equals("b") ? Duration.ofSeconds(1) : Duration.ZERO);
    }

    private Stance only() {
        assertThat(published).containsOnlyKeys(KEY.text());
        return published.get(KEY.text());
    }

    private static Stood says(String article, int second) {
        var statement = new StanceStatement(
                NOON.plusSeconds(second),
                article,
                "paper.example",
                true,
                0,
                Position.OPPOSE,
                "We will not give up our land, whatever is written in that paper.",
                null);
        return new Stood(KEY, article, null, List.of(statement));
    }
}
