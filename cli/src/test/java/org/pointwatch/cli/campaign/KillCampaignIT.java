// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/**
 * The promise of exactly-once, from feeds to rows: the sample world is fetched and counted, with thousands of made-up
 * articles around it, by processes that are killed (SIGKILL) and stopped (SIGSTOP, then SIGCONT), behind connections that
 * are cut. What reached {@code articles} is then counted again by processes left alone. Both must leave the same rows, the
 * world's counts must be those of its ground truth, each of its articles must have been published, and none twice.
 *
 * <p>To run it: {@code mvn -B verify -pl cli -am -Dgroups=campaign -Dtest.excluded=docker,browser}. One seed makes the
 * schedule, and {@code -Dcampaign.seed=N} takes the same blows at the same progress again, to the commit though not to the
 * instruction. {@code -Dcampaign.kills=N} sets the length. What the processes said stands in
 * {@code cli/target/campaign/seed-N}.
 *
 * <p>That it can tell exactly-once from less: {@code -Dcampaign.process=kafka.processing.guarantee=at_least_once} takes the
 * guarantee away from the topology, {@code -Dcampaign.only.process=true} kills nothing else, and the comparison then fails.
 */
@Tag("campaign")
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class KillCampaignIT {
    private static final int KILLS = Integer.getInteger("campaign.kills", 30);
    private static final int CHUNK = Integer.getInteger("campaign.chunk", 60);
    private static final String SETTINGS = System.getProperty("campaign.process", "");
    private static final boolean ONLY_PROCESS = Boolean.getBoolean("campaign.only.process");

    private final long seed =
            Long.getLong("campaign.seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
    private final Path logs = Path.of("target", "campaign", "seed-" + seed);
    private final Recoveries recoveries = new Recoveries();

    @TempDir
    private Path scratch;

    private record Disturbed(Outcome outcome, List<ConsumerRecord<String, byte[]>> articles) {}

    @Test
    void processesThatAreKilledCountLikeProcessesThatAreNot() throws Exception {
        say("to repeat this run: " + command());
        try {
            run();
        } catch (Throwable e) {
            say("FAILED; to repeat it: " + command());
            throw e;
        } finally {
            say("recovery\n" + recoveries.table());
        }
    }

    private String command() {
        return "mvn -B verify -pl cli -am -Dgroups=campaign -Dtest.excluded=docker,browser -Dit.test=KillCampaignIT"
                + " -Dfailsafe.failIfNoSpecifiedTests=false -Dcampaign.kills=" + KILLS + " -Dcampaign.chunk=" + CHUNK
                + (SETTINGS.isEmpty() ? "" : " -Dcampaign.process=" + SETTINGS)
                + (ONLY_PROCESS ? " -Dcampaign.only.process=true" : "")
                + " -Dcampaign.seed=" + seed;
    }

    private void run() throws Exception {
        var classPath = ClassPath.copied(scratch.resolve("classes"));
        try (var world = new World(scratch.resolve("clock"));
                var servers = new Servers(scratch, classPath, logs)) {
            servers.start();
            var disturbed = disturbed(servers, world, classPath);
            assertThat(Published.problems(disturbed.articles(), world.authority()))
                    .isEmpty();
            var calm = undisturbed(servers, world, classPath, disturbed.articles());
            compare(calm, disturbed.outcome());
        }
    }

    private Disturbed disturbed(Servers servers, World world, String classPath) throws Exception {
        try (var roles = new Roles(servers, "hit", "pointwatch", classPath, scratch, logs)
                        .process(Roles.PROCESS_1, settings())
                        .process(Roles.PROCESS_2, settings())
                        .fetcher(world);
                var news = new Newsroom(new News(seed, KILLS * CHUNK * 8), roles.kafka())) {
            roles.start();
            world.subscribe(roles.kafka());
            strike(servers, roles, new Supply(world, news, CHUNK));
            world.runOut();
            Wait.until(
                    "every feed is asked behind the world's end",
                    roles::requireAlive,
                    () -> roles.progress().polledSince(world.end()) == world.feeds());
            news.confirm();
            var outcome = roles.settle(world, news.published());
            var articles = roles.records(Topics.ARTICLES);
            say("disturbed: %d records of articles, %d of them made up; %s"
                    .formatted(articles.size(), news.published(), outcome.sizes()));
            assertThat(roles.deadLetters()).isEmpty();
            return new Disturbed(outcome, articles);
        }
    }

    private void strike(Servers servers, Roles roles, Supply supply) throws Exception {
        var striker = new Striker(servers, roles, supply, new Watch(roles, supply, recoveries, KillCampaignIT::say));
        for (var strike : schedule()) {
            say(strike.toString());
            striker.strike(strike);
        }
    }

    private static List<String> settings() {
        return SETTINGS.isEmpty() ? List.of() : List.of(SETTINGS.split(","));
    }

    private List<Strike> schedule() {
        return ONLY_PROCESS ? Strike.planOnProcesses(seed, KILLS) : Strike.plan(seed, KILLS);
    }

    /** Counts the same articles, each partition in its order, one record of each after the other. */
    private Outcome undisturbed(
            Servers servers, World world, String classPath, List<ConsumerRecord<String, byte[]>> articles)
            throws Exception {
        createDatabase(servers);
        try (var roles =
                new Roles(servers, "calm", "calm", classPath, scratch, logs).process(Roles.PROCESS_1, List.of())) {
            roles.start();
            var topic = roles.kafka().topic(Topics.ARTICLES);
            try (var publish = Publish.to(roles.kafka())) {
                articles.stream()
                        .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                        .forEach(a -> publish.send(
                                new ProducerRecord<>(topic, a.partition(), null, a.key(), a.value(), a.headers())));
            }
            var outcome = roles.settle(world, articles.size());
            say("undisturbed: " + outcome.sizes());
            assertThat(roles.deadLetters()).isEmpty();
            return outcome;
        }
    }

    private static void createDatabase(Servers servers) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(servers.directUrl("pointwatch"), "pointwatch", Servers.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE calm");
        }
    }

    private void compare(Outcome calm, Outcome disturbed) throws IOException {
        assertThat(calm.tally()).as("the world, undisturbed").isEqualTo(Truth.recount());
        assertThat(disturbed.tally()).as("the world, disturbed").isEqualTo(Truth.recount());
        assertSoftly(softly -> Outcome.TABLES.forEach(table -> {
            softly.assertThat(calm.rows().get(table)).as("rows of %s", table).isNotEmpty();
            softly.assertThat(disturbed.notIn(calm, table))
                    .as("rows of %s only in the disturbed run, seed %d", table, seed)
                    .isEmpty();
            softly.assertThat(calm.notIn(disturbed, table))
                    .as("rows of %s only in the undisturbed run, seed %d", table, seed)
                    .isEmpty();
        }));
    }

    private static void say(String line) {
        System.out.println("campaign: " + line);
    }
}
