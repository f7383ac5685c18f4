// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.pointwatch.streams.Stage.revision;

/** A group that has state and no place to go on from stops, and says why. */
@Tag("campaign")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LostOffsetsIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasAndStopsWhereItCannotKnow() throws Exception {
        var kafka = BROKER.kafka();
        var group = kafka.id(StreamsSettings.DEFAULT_NAME);
        var articles = new TopicPartition(kafka.topic(Topics.ARTICLES), 0);
        try (var publish = Publish.to(kafka);
                var admin = kafka.admin()) {
            publish.send(Topics.DOSSIERS, "small-plan", Stage.smallDossier());
            countsUpTo(1, publish, "https://a.example/1");
            countsUpTo(2, publish, "https://a.example/2");

            admin.deleteConsumerGroupOffsets(group, Set.of(articles)).all().get();
            assertThat(stopped())
                    .hasMessageContaining("no offset for " + articles)
                    .hasMessageContaining("restore the group's offsets");

            admin.alterConsumerGroupOffsets(group, Map.of(articles, new OffsetAndMetadata(99)))
                    .all()
                    .get();
            assertThat(stopped()).hasMessageContaining("has read " + articles + " to 99, which now ends at 2");
        }
    }

    private void countsUpTo(int articles, Publish publish, String url) throws Exception {
        try (var app = start();
                var admin = BROKER.kafka().admin()) {
            var one = revision(url, "a.example", 0, 1, "News of " + url, "Nothing more is known of " + url);
            publish.send(Topics.ARTICLES, one.id(), one).flush();
            await().atMost(PATIENCE)
                    .until(() ->
                            Collect.from(BROKER.kafka()).last(Topics.FINDINGS).size() == articles);
            await().atMost(PATIENCE).until(app::advancing);
        }
        leave();
    }

    /** A static member is missed for as long as its session lasts; an empty group can be changed at once. */
    private static void leave() throws Exception {
        var group = BROKER.kafka().id(StreamsSettings.DEFAULT_NAME);
        try (var admin = BROKER.kafka().admin()) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }

    private Throwable stopped() {
        try (var app = start()) {
            var ended = app.ended().toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var failed = catchThrowable(ended::join);
            assertThat(failed).isInstanceOf(CompletionException.class);
            return failed.getCause();
        }
    }

    private StreamsApp start() {
        return StreamsApp.start(
                BROKER.kafka(),
                StreamsSettings.of(folder, "lost", "small-plan", 1),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }
}
