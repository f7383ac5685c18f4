// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pointwatch.streams.Stage.revision;

/** The largest texts there can be go all the way, and what is larger than that stands in nobody's way. */
@Tag("campaign")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class LargeTextsIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Escaped, each of these takes six bytes: 1.2 MB a text, and three texts are kept. */
    private static final String ESCAPED = "\u0001".repeat(Revision.MAX_TEXT - 10);

    /** Not to be packed, so that the broker too sees its size. */
    private static final String TOO_LONG = new Random(1)
            .ints(4_000_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    @TempDir
    private Path folder;

    @Test
    void case102_largeTextsAreCountedAndLargerOnesSetAside() {
        var kafka = BROKER.kafka();
        var meters = new SimpleMeterRegistry();
        try (var publish = Publish.to(kafka);
                var app = start(kafka, meters)) {
            publish.send(Topics.DOSSIERS, "small-plan", Stage.smallDossier());
            for (var edit = 0; edit < 4; edit++) {
                send(publish, revision("https://a.example/1", "a.example", 0, edit, "Large", ESCAPED + edit));
            }
            send(
                    publish,
                    revision("https://a.example/2", "a.example", 0, 1, "Cyrillic", "щ".repeat(Revision.MAX_TEXT)));
            send(publish, revision("https://a.example/3", "a.example", 0, 1, "Too long", TOO_LONG));
            send(publish, revision("https://a.example/4", "a.example", 0, 1, "Short", "A short text about football."));
            publish.flush();

            await().atMost(PATIENCE).until(() -> counted(kafka) == 3);
        }
        assertThat(Collect.from(kafka).last(Topics.FINDINGS)).hasSize(3);
        var letters = Collect.from(kafka).records(Topics.DEAD_LETTERS);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).hasSizeGreaterThan(4_000_000);
            assertThat(new String(letter.headers().lastHeader("reason").value()))
                    .contains("at most 300000 are taken");
        });
        assertThat(meters.counter("pointwatch_process_restarts_total").count()).isZero();
    }

    @Test
    void aTopicWithoutRoomForATextIsNamedWithItsMend() throws Exception {
        var kafka = BROKER.fresh();
        var findings = new ConfigResource(ConfigResource.Type.TOPIC, kafka.topic(Topics.FINDINGS));
        var small = new AlterConfigOp(new ConfigEntry("max.message.bytes", "1048588"), AlterConfigOp.OpType.SET);
        try (var admin = kafka.admin()) {
            assertThat(new TopicPlan(kafka, 1, (short) 1).compare(admin).wrong())
                    .isEmpty();
            admin.incrementalAlterConfigs(Map.of(findings, List.of(small)))
                    .all()
                    .get();
            assertThat(new TopicPlan(kafka, 1, (short) 1).compare(admin).wrong())
                    .singleElement()
                    .asString()
                    .contains(kafka.topic(Topics.FINDINGS), "1048588 bytes at most", "max.message.bytes to 16777216");
        }
    }

    private static void send(Publish publish, Revision r) {
        publish.send(Topics.ARTICLES, r.id(), r);
    }

    private static long counted(KafkaAccess kafka) {
        return Collect.from(kafka).last(Topics.COVERAGE).values().stream()
                .filter(c -> c.target().equals("all"))
                .mapToLong(Coverage::articles)
                .sum();
    }

    private StreamsApp start(KafkaAccess kafka, SimpleMeterRegistry meters) {
        return StreamsApp.start(kafka, StreamsSettings.of(folder, "large", "small-plan", 1), Clock.systemUTC(), meters);
    }
}
