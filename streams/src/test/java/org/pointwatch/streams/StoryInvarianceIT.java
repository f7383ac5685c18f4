// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Override;
import org.pointwatch.wire.record.Story;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stories are a function of the set of articles: on a real broker, whatever the number of partitions and instances, in an
 * order of its own for each run, and with an instance that goes in the middle, loses its tasks to the others and comes
 * back, {@code stories} ends as the oracle says, and {@code coverage} as a recount of its stories and the findings.
 *
 * <p>To run it (three minutes): {@code mvn -B verify -pl streams -am -Dgroups=campaign -Dtest.excluded=docker,browser}.
 * Each time it takes another seed and names it when it fails; {@code -Dcampaign.seed=N} takes the same articles in the
 * same orders again.
 */
@Tag("campaign")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class StoryInvarianceIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1_500);
    private static final long SEED =
            Long.getLong("campaign.seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));

    private static StoryInvarianceNews news;
    private static Map<String, Story> expected;

    @TempDir
    private Path folder;

    private final List<StreamsApp> instances = new ArrayList<>();
    private KafkaAccess kafka;
    private int partitions;

    @BeforeAll
    static void judge() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        news = StoryInvarianceNews.of(SEED);
        expected = new StoryInvarianceOracle(news.revisions(), news.decisions()).stories();
    }

    @ParameterizedTest(name = "{0} partitions, {1} instances")
    @CsvSource({"1, 1", "1, 3", "4, 1", "4, 3", "12, 1", "12, 3"})
    void storiesAreThoseOfTheOracle(int partitionsOfThis, int size) throws Exception {
        partitions = partitionsOfThis;
        kafka = new KafkaAccess(BROKER.kafka().bootstrap(), "of-" + partitions + "-by-" + size + "-", Map.of());
        var events = news.shuffled(SEED + 31L * partitions + size);
        try (var admin = kafka.admin();
                var publish = Publish.to(kafka)) {
            new TopicPlan(kafka, partitions, (short) 1).create(admin, List.copyOf(Topics.EVERY));
            publish.send(Topics.DOSSIERS, "small-plan", Stage.smallDossier()).flush();
            IntStream.range(0, size).forEach(i -> instances.add(start(i)));
            publish(publish, events.subList(0, events.size() / 2));
            await().atMost(PATIENCE).until(() -> stories().size() > expected.size() / 8);

            leave(admin, size);
            publish(publish, events.subList(events.size() / 2, events.size() * 3 / 4));
            await().atMost(PATIENCE).until(this::allRun);
            instances.set(0, start(0));
            publish(publish, events.subList(events.size() * 3 / 4, events.size()));

            var quiet = new StoryInvarianceQuiet(kafka, admin, StreamsSettings.DEFAULT_NAME);
            await().atMost(PATIENCE)
                    .pollDelay(BETWEEN_LOOKS)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(quiet::look);
        } finally {
            instances.parallelStream().forEach(StreamsApp::close);
        }
        assertThat(StoryInvarianceOracle.differences(expected, stories()))
                .as("seed " + SEED)
                .isEmpty();
        var topics = Collect.from(kafka);
        assertThat(topics.last(Topics.COVERAGE))
                .as("coverage, seed " + SEED)
                .isEqualTo(new SimulationRecount(topics.last(Topics.FINDINGS), expected).coverage());
    }

    private StreamsApp start(int number) {
        var settings = new StreamsSettings(
                StreamsSettings.DEFAULT_NAME,
                "instance-" + number,
                folder.resolve("instance-" + number),
                "small-plan",
                partitions,
                1,
                StreamsSettings.COMMIT_INTERVAL,
                Duration.ofSeconds(10),
                1);
        return StreamsApp.start(kafka, settings, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private static void publish(Publish publish, List<Object> events) {
        for (var event : events) {
            if (event instanceof Revision r) {
                publish.send(Topics.ARTICLES, r.id(), r);
            } else if (event instanceof Override decision) {
                publish.send(Topics.OVERRIDES, decision.key(), decision);
            }
        }
        publish.flush();
    }

    /** The first instance goes for good, as far as the group knows, and the others take its tasks over. */
    private void leave(Admin admin, int size) throws ExecutionException, InterruptedException {
        instances.get(0).close();
        var group = kafka.id(StreamsSettings.DEFAULT_NAME);
        var gone = List.of(new MemberToRemove("instance-0-1"));
        admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions(gone))
                .all()
                .get();
        await().atMost(PATIENCE).until(() -> {
            var described = admin.describeConsumerGroups(List.of(group)).all().get();
            return described.get(group).members().size() == size - 1;
        });
    }

    private boolean allRun() {
        return instances.stream().skip(1).allMatch(i -> i.state() == KafkaStreams.State.RUNNING);
    }

    private Map<String, Story> stories() {
        return Collect.from(kafka).last(Topics.STORIES);
    }
}
