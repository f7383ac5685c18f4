// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code dossier apply --retag} against a broker: with a topology that runs, and with one that starts later. */
@Tag("campaign") // verify has four minutes for tests that start a broker, and they are spent
final class RetagIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final int ARTICLES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final Dossiers SHIPPED = Dossiers.load(null);

    @TempDir
    private Path folder;

    @Test
    void everyFindingGetsTheNewVersionAndTheCountsFollow() throws IOException {
        Publish.all(BROKER.kafka(), Topics.ARTICLES, articles());
        var first = apply("army-cap");
        try (var topology = topology()) {
            await().atMost(PATIENCE).untilAsserted(() -> counted("point:army-cap"));
            var second = apply("army-limit", "--retag");
            assertThat(second).contains(ARTICLES + " articles of the last 35 days are tagged with it");
            assertThat(versions()).hasSize(ARTICLES).doesNotContainValue(version(first));
            assertThat(versions().values()).containsOnly(version(second));
            await().atMost(PATIENCE).untilAsserted(() -> counted("point:army-limit"));
            assertThat(topology.state()).isNotNull();
        }
        var third = apply("army-ceiling", "--retag");
        assertThat(third).contains(ARTICLES + " articles will be tagged again");
        try (var topology = topology()) {
            await().atMost(PATIENCE).untilAsserted(() -> counted("point:army-ceiling"));
            assertThat(versions().values()).containsOnly(version(third));
            assertThat(topology.state()).isNotNull();
        }
    }

    private StreamsApp topology() {
        var settings = StreamsSettings.of(
                folder.resolve("state"), "retag", SHIPPED.dossier().id(), TopicPlan.DEFAULT_PARTITIONS);
        return StreamsApp.start(BROKER.kafka(), settings, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    /** The shipped dossier, its point on the size of the army under another name; returns what the command prints. */
    private String apply(String point, String... options) throws IOException {
        var file = Files.writeString(
                folder.resolve(point + ".yaml"), SHIPPED.yaml().replace("army-cap", point));
        var out = new ByteArrayOutputStream();
        var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        var call = new ArrayList<>(List.of("dossier", "apply", file.toString()));
        call.add("--set=kafka.bootstrap.servers=" + BROKER.kafka().bootstrap());
        call.add("--set=topics.prefix=" + BROKER.kafka().prefix());
        call.addAll(List.of(options));
        var talk = new Talk(printed, new PrintStream(System.err, true, StandardCharsets.UTF_8), false);
        assertThat(Main.run(talk, call.toArray(new String[0]))).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String version(String printed) {
        return printed.lines().findFirst().orElseThrow().replaceFirst(".* is in force as ", "");
    }

    private static Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        Collect.from(BROKER.kafka())
                .last(Topics.FINDINGS)
                .forEach((article, finding) -> versions.put(article, finding.dossierVersion()));
        return versions;
    }

    /** All articles stand under this point, and under no other on the army. */
    private static void counted(String point) {
        var counts = new TreeMap<String, Long>();
        for (Coverage coverage :
                Collect.from(BROKER.kafka()).last(Topics.COVERAGE).values()) {
            if (coverage.target().matches("point:army[^/]*") && coverage.articles() != 0) {
                counts.merge(coverage.target(), coverage.articles(), Long::sum);
            }
        }
        assertThat(counts).isEqualTo(Map.of(point, (long) ARTICLES));
    }

    private static Map<String, Revision> articles() {
        var articles = new TreeMap<String, Revision>();
        IntStream.range(0, ARTICLES).mapToObj(RetagIT::article).forEach(a -> articles.put(a.id(), a));
        return articles;
    }

    private static Revision article(int number) {
        var url = "https://outlet-" + number + ".example/army";
        var title = "Ukraine's army, report " + number;
        var text = "The 28-point plan for Ukraine would cap the army of Ukraine at 600,000 soldiers.";
        return new Revision(
                Ids.article(url),
                Ids.revision(title, "", text),
                null,
                "outlet-" + number + ".example",
                null,
                url,
                title,
                "",
                text,
                false,
                "en",
                null,
                null,
                NOON.plusSeconds(number),
                "feed",
                null,
                NOON.plusSeconds(3_600),
                NOON.plusSeconds(3_600),
                Body.FULL,
                Origin.REPLAY);
    }
}
