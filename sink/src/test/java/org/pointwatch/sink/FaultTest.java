// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.pointwatch.sink.Samples.NOON;

/** The tables are the same whatever happens on the way. */
@Tag("broker")
class FaultTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private World world;
    private Publish publish;

    @BeforeEach
    void prepare() {
        world = new World(BROKER, POSTGRES);
        publish = Publish.to(world.kafka);
    }

    @AfterEach
    void close() {
        publish.close();
        world.close();
    }

    @Tag("campaign") // verify has four minutes for tests that start a broker
    @Test
    void endsRightAfterAKillBetweenAnyTwoSteps() throws SQLException {
        Samples.publishAll(publish, 0);
        Samples.publishAll(publish, 1);
        publish.bytes(Topics.STORIES, "poison", new byte[] {1, 2, 3}).flush();
        world.run();
        var undisturbed = world.contents();
        var kills = 0;
        for (var at = 1; ; at++) {
            world.execute("TRUNCATE ingest_offset, coverage, rolling, findings, mentions, stories, deadlines, stances,"
                    + " alerts, feeds");
            var crash = new Crash(at);
            var sink = world.start(crash);
            await().atMost(World.PATIENCE)
                    .until(() -> sink.ended().toCompletableFuture().isDone() || stored());
            sink.close();
            if (!crash.happened()) {
                break;
            }
            kills++;
            world.run();
            assertThat(world.contents()).as("after a kill at step " + at).isEqualTo(undisturbed);
        }
        assertThat(kills).isGreaterThan(12);
    }

    private boolean stored() throws SQLException {
        return world.storedAll()
                && world.meters.get("pointwatch.sink.lag").gauge().value() == 0;
    }

    @Test
    void asksTheDatabaseWhetherALostCommitWasDone() throws SQLException {
        var lost = new AtomicBoolean();
        world.start(step -> {
            if (step == Checkpoint.Step.COMMITTED && lost.compareAndSet(false, true)) {
                throw new SQLException("the answer to COMMIT was lost", "08006");
            }
        });
        Samples.publishAll(publish, 0);
        world.awaitStored();
        assertThat(lost).isTrue();
        assertThat(world.query("SELECT count(*) FROM coverage")).containsExactly(List.of(8L));
        assertThat(world.query("SELECT max(epoch) FROM ingest_offset")).containsExactly(List.of(1L));
    }

    @Test
    void goesOnWhenItsConnectionDiesInTheMiddle() throws SQLException {
        var terminated = new AtomicInteger();
        world.start(step -> {
            if (step == Checkpoint.Step.OFFSETS_ADVANCED && terminated.getAndIncrement() < 2) {
                world.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name = 'pointwatch-sink'");
            }
        });
        Samples.publishAll(publish, 0);
        world.awaitStored();
        assertThat(terminated).hasValueGreaterThan(2);
        assertThat(world.query("SELECT count(*) FROM mentions")).containsExactly(List.of(16L));
        assertThat(world.meters
                        .get("pointwatch.sink.outages")
                        .tag("of", "database")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void triesAgainAfterADeadlock() throws SQLException {
        var deadlocks = new AtomicInteger();
        world.start(step -> {
            if (step == Checkpoint.Step.ROWS_WRITTEN && deadlocks.getAndIncrement() < 3) {
                throw new SQLException("deadlock detected", "40P01");
            }
        });
        Samples.publishAll(publish, 0);
        world.awaitStored();
        assertThat(world.count("pointwatch.sink.retries")).isEqualTo(3);
        assertThat(world.query("SELECT count(*) FROM rolling")).containsExactly(List.of(8L));
    }

    @Test
    void refusesTheOlderOfTwoWriters() throws Exception {
        var asleep = new CountDownLatch(1);
        var awake = new CountDownLatch(1);
        var impatient = new HashMap<String, String>(world.kafka.raw());
        impatient.putAll(Map.of("max.poll.interval.ms", "6000"));
        var kafka = new KafkaAccess(world.kafka.bootstrap(), world.kafka.prefix(), impatient);
        Samples.publishAll(publish, 0);
        world.start(world.settings, kafka, step -> {
            if (step == Checkpoint.Step.POLLED && awake.getCount() > 0) {
                asleep.countDown();
                sleepUntil(awake);
            }
        });
        assertThat(asleep.await(30, TimeUnit.SECONDS)).isTrue();
        try (var second = world.start()) {
            world.awaitStored();
            assertThat(second.ended().toCompletableFuture()).isNotDone();
            var stored = world.contents();
            awake.countDown();
            await().atMost(World.PATIENCE).until(() -> world.count("pointwatch.sink.fenced") > 0);
            assertThat(world.contents()).isEqualTo(stored);
            Samples.publishAll(publish, 1);
            world.awaitStored();
        }
        assertThat(world.query("SELECT count(*) FROM feeds")).containsExactly(List.of(7L));
    }

    private static void sleepUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesAWipedBrokerByName() throws Exception {
        Samples.publishAll(publish, 0);
        world.run();
        try (var admin = world.kafka.admin()) {
            admin.deleteTopics(List.of(world.kafka.topic(Topics.COVERAGE)))
                    .all()
                    .get();
            await().atMost(World.PATIENCE).until(() -> {
                new TopicPlan(world.kafka, 2, (short) 1).create(admin, List.of(Topics.COVERAGE));
                return new TopicPlan(world.kafka, 2, (short) 1).compare(admin).none();
            });
        }
        var sink = world.start();
        assertThatThrownBy(() -> sink.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        SinkException.class, e -> assertThat(e.kind()).isEqualTo(SinkException.Kind.OTHER_TOPIC))
                .hasMessageContaining("reseed('" + world.kafka.topic(Topics.COVERAGE) + "')");
        sink.close();
        world.query("SELECT reseed('" + world.kafka.topic(Topics.COVERAGE) + "')");
        assertThat(world.query("SELECT count(*) FROM coverage")).containsExactly(List.of(0L));
        var coverage = Samples.coverage("all", NOON, 1, 0);
        try (var fresh = Publish.to(world.kafka)) {
            fresh.send(Topics.COVERAGE, Samples.key(coverage), coverage);
        }
        world.run();
        assertThat(world.query("SELECT target FROM coverage")).containsExactly(List.of("all"));
    }

    @Test
    void refusesAnotherPrefixInTheSameDatabase() throws SQLException {
        Samples.publishAll(publish, 0);
        world.run();
        var sink = world.start(world.settings, BROKER.fresh(), Checkpoint.NONE);
        assertThatThrownBy(() -> sink.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining("give each topics.prefix its own database");
    }

    @Test
    void refusesASchemaOfANewerBuild() throws SQLException {
        assertThat(Schema.migrate(world.settings)).isEqualTo("18");
        world.execute("INSERT INTO flyway_schema_history VALUES"
                + " (99, '99', 'from the future', 'SQL', 'V99__.sql', 0, 'x', now(), 1, true)");
        assertThatThrownBy(() -> Schema.migrate(world.settings))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("at version 99, this build knows up to 18");
    }

    @Test
    void refusesABrokerThatIsBehindTheDatabase() throws SQLException {
        Samples.publishAll(publish, 0);
        world.run();
        world.execute("UPDATE ingest_offset SET next_offset = 1000");
        var sink = world.start();
        assertThatThrownBy(() -> sink.ended().toCompletableFuture().get(40, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining("the database has stored up to 1000");
    }

    @Tag("campaign") // verify has four minutes for tests that start a broker
    @Test
    void waitsWhileATableIsLockedByAPerson() throws SQLException {
        world.run();
        try (var person = world.connect();
                var statement = person.createStatement()) {
            person.setAutoCommit(false);
            statement.execute("LOCK TABLE coverage");
            world.start();
            Samples.publishAll(publish, 0);
            await().atMost(Duration.ofSeconds(40)).until(() -> world.count("pointwatch.sink.outages") > 0);
            person.rollback();
        }
        world.awaitStored();
        assertThat(world.query("SELECT count(*) FROM coverage")).containsExactly(List.of(8L));
    }
}
