// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What lies between the sink, its group and its database fails; the tables are right all the same. */
@Tag("broker")
class ConnectionTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private World world;
    private Publish publish;
    private FaultyProxy proxy;

    @BeforeEach
    void prepare() {
        world = new World(BROKER, POSTGRES);
        publish = Publish.to(world.kafka);
        proxy = new FaultyProxy(world.settings.jdbcUrl());
    }

    @AfterEach
    void close() {
        publish.close();
        world.close();
        proxy.close();
    }

    private SinkSettings behindProxy() {
        return SinkSettings.of(proxy.url(), world.settings.user(), world.settings.password());
    }

    /** Does it once, at the first such step. */
    private static Checkpoint at(Checkpoint.Step wanted, Runnable fault) {
        var done = new AtomicBoolean();
        return step -> {
            if (step == wanted && done.compareAndSet(false, true)) {
                fault.run();
            }
        };
    }

    private List<List<Object>> counts() throws SQLException {
        return world.query("SELECT (SELECT count(*) FROM coverage), (SELECT count(*) FROM mentions),"
                + " (SELECT count(*) FROM findings), (SELECT max(epoch) FROM ingest_offset)");
    }

    @Test
    void asksTheDatabaseWhenTheAnswerToACommitIsLost() throws SQLException {
        Samples.publishAll(publish, 0);
        world.start(behindProxy(), world.kafka, at(Checkpoint.Step.OFFSETS_ADVANCED, proxy::loseNextAnswer));
        world.awaitStored();
        assertThat(counts()).containsExactly(List.of(8L, 16L, 8L, 1L));
        await().atMost(World.PATIENCE).until(() -> world.count("pointwatch.sink.outages") > 0);
    }

    @Test
    @Tag("campaign")
    void givesASilentConnectionUpWithinSeconds() throws SQLException {
        Samples.publishAll(publish, 0);
        world.start(behindProxy(), world.kafka, at(Checkpoint.Step.LOCKED, proxy::goSilent));
        world.awaitStored();
        assertThat(counts()).containsExactly(List.of(8L, 16L, 8L, 1L));
    }

    @Test
    void backsOffWhileTheDatabaseTakesNoMoreConnections() throws SQLException {
        var database = world.settings.jdbcUrl().replaceFirst(".*/", "");
        Samples.publishAll(publish, 0);
        Schema.migrate(world.settings);
        try (var admin = POSTGRES.connect();
                var statement = admin.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " CONNECTION LIMIT 0");
            var sink = world.start();
            await().atMost(World.PATIENCE).until(() -> world.count("pointwatch.sink.outages") > 0);
            assertThat(sink.ended().toCompletableFuture()).isNotDone();
            statement.execute("ALTER DATABASE " + database + " CONNECTION LIMIT -1");
        }
        world.awaitStored();
        assertThat(counts().get(0).get(0)).isEqualTo(8L);
    }

    @Test
    void stopsTheFirstOfTwoSinksOfOneName() {
        var named = world.settings.withInstanceId("twin");
        Schema.migrate(named);
        var first = world.start(named, world.kafka, Checkpoint.NONE);
        await().atMost(World.PATIENCE).until(world::claimedAll);
        world.start(named, world.kafka, Checkpoint.NONE);
        assertThatThrownBy(() -> first.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SinkException.class, e -> assertThat(e.kind()).isEqualTo(SinkException.Kind.OTHER_SINK));
        Samples.publishAll(publish, 0);
        world.awaitStored();
    }

    @Test
    void refusesARestoredDatabaseWhoseRecordsAreGone() throws Exception {
        Samples.publishAll(publish, 0);
        Samples.publishAll(publish, 1);
        world.run();
        var stories = world.kafka.topic(Topics.STORIES);
        try (var admin = world.kafka.admin()) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(stories, 0), RecordsToDelete.beforeOffset(-1),
                            new TopicPartition(stories, 1), RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
        world.execute("UPDATE ingest_offset SET next_offset = 1 WHERE table_name = 'stories'");
        var sink = world.start();
        assertThatThrownBy(() -> sink.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SinkException.class, e -> assertThat(e.kind()).isEqualTo(SinkException.Kind.RECORDS_GONE))
                .hasMessageContaining("reseed('" + stories + "')");
    }

    @Test
    void refusesASchemaThatLacksATable() throws SQLException {
        Schema.migrate(world.settings);
        world.execute("DROP TABLE coverage CASCADE");
        Samples.publishAll(publish, 0);
        var sink = world.start();
        assertThatThrownBy(() -> sink.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SinkException.class, e -> assertThat(e.kind()).isEqualTo(SinkException.Kind.REFUSED))
                .hasMessageContaining("coverage");
    }

    /** Holding the locks of an open transaction: the server takes them away. */
    @Test
    @Tag("campaign")
    void getsOnWithoutAWriterThatSleepsForAMinute() throws Exception {
        var asleep = new CountDownLatch(1);
        var awake = new CountDownLatch(1);
        var impatient = new HashMap<>(world.kafka.raw());
        impatient.put("max.poll.interval.ms", "6000");
        var kafka = new KafkaAccess(world.kafka.bootstrap(), world.kafka.prefix(), impatient);
        Samples.publishAll(publish, 0);
        world.start(world.settings, kafka, at(Checkpoint.Step.OFFSETS_ADVANCED, () -> sleep(asleep, awake)));
        assertThat(asleep.await(30, TimeUnit.SECONDS)).isTrue();
        var since = Instant.now();
        world.start();
        world.awaitStored();
        var stored = world.contents();
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(since.plusSeconds(60)));
        awake.countDown();
        Samples.publishAll(publish, 0);
        world.awaitStored();
        assertThat(world.contents()).hasSameSizeAs(stored);
        assertThat(counts().get(0).subList(0, 3)).containsExactly(8L, 16L, 8L);
    }

    private static void sleep(CountDownLatch asleep, CountDownLatch awake) {
        asleep.countDown();
        try {
            awake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A killed sink that comes back under its name takes its partitions over at once: no session runs out first. */
    @Test
    @Tag("campaign")
    void isBackWithinSecondsOfAKill() throws SQLException {
        var named = world.settings.withInstanceId("only");
        var took = new ArrayList<Long>();
        for (var kill = 1; kill <= 20; kill++) {
            var crash = new Crash(1 + kill % 10);
            Samples.publishAll(publish, 0);
            var victim = world.start(named, world.kafka, crash);
            await().atMost(World.PATIENCE)
                    .until(() -> crash.happened()
                            || victim.ended().toCompletableFuture().isDone());
            await().atMost(World.PATIENCE)
                    .until(() -> victim.ended().toCompletableFuture().isDone());
            var began = Instant.now();
            try (var next = world.start(named, world.kafka, Checkpoint.NONE)) {
                world.awaitStored();
                assertThat(next.ended().toCompletableFuture()).isNotDone();
            }
            took.add(Duration.between(began, Instant.now()).toMillis());
        }
        Collections.sort(took);
        System.err.printf("back after a kill, ms: %s%n", took);
        assertThat(took.get(took.size() * 95 / 100 - 1)).isLessThan(5_000L);
    }
}
