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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.Quiet;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.streams.StreamsApp;
import org.pointwatch.streams.StreamsSettings;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.testkit.families.Families;
import org.pointwatch.testkit.families.Labelled;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies, edits and deletions run through the topology, run through it again beside, and compared byte by byte. */
@Tag("campaign") // verify has four minutes for tests that start a broker, and they are spent
@Timeout(900)
final class ReprocessIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(3);

    private static final int ARTICLES = 300;
    private static final long PATIENCE_MS = 180_000;
    private static final String CAP =
            "The 28-point plan for Ukraine would cap the army of Ukraine at 600,000 soldiers.";
    private static final Dossiers SHIPPED = Dossiers.load(null);

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void whatIsProcessedAgainIsByteEqualAndWhatWouldChangeIsNamed() throws IOException, InterruptedException {
        publish();
        SHIPPED.publish(BROKER.kafka());
        process(() -> {});
        assertThat(run("reprocess", "--as", "again").out()).contains(" articles, ");
        equal("again");
        sound();

        var file =
                Files.writeString(folder.resolve("other.yaml"), SHIPPED.yaml().replace("army-cap", "army-limit"));
        assertThat(run("reprocess", "--as", "other", "--dossier", file.toString())
                        .code())
                .isZero();
        var compared = run("compare", ".", "other", "--list", "3");
        assertThat(compared.code()).isEqualTo(1);
        assertThat(compared.out())
                .containsPattern("stories +[0-9,]+ equal, 0 only in A, 0 only in B, 0 different")
                .containsPattern("point:army-cap +articles [0-9]+ -> 0,")
                .containsPattern("point:army-limit +articles 0 -> [0-9]+,")
                .doesNotContain("\nall ");
        var mixed = run("reprocess", "--as", "again", "--dossier", file.toString());
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err()).contains("begin one anew under another --as");

        var edited = first();
        process(() -> {
            Publish.all(BROKER.kafka(), Topics.ARTICLES, java.util.Map.of(edited.id(), edit(edited, CAP, 4)));
            var forgotten = run("forget", "--url", "https://" + edited.outlet() + "/1", "--yes");
            assertThat(forgotten.err()).contains("1 articles are gone from findings and stories");
        });
        assertThat(run("compare", ".", "again").code()).isEqualTo(1);
        assertThat(run("reprocess", "--as", "again").code()).isZero();
        equal("again");
        sound();
    }

    private void equal(String shadow) {
        var compared = run("compare", ".", shadow, "--list", "9");
        assertThat(compared.out()).doesNotContain(" differs", " only in A\n", " only in B\n");
        assertThat(compared.code()).isZero();
    }

    /** Both by the audit. */
    private void sound() {
        assertThat(run("audit").out()).startsWith("no difference: ");
        var shadow = run(
                "audit",
                "--set=topics.prefix=" + BROKER.kafka().prefix() + "again-",
                "--set=topics.source-prefix=" + BROKER.kafka().prefix());
        assertThat(shadow.out()).startsWith("no difference: ");
    }

    /** Runs the topology in use until it is quiet, after something was done while it runs. */
    private void process(Runnable meanwhile) throws InterruptedException {
        var settings = StreamsSettings.of(
                folder.resolve("state"), "first", SHIPPED.dossier().id(), 3);
        try (var topology = StreamsApp.start(BROKER.kafka(), settings, Clock.systemUTC(), new SimpleMeterRegistry())) {
            assertThat(new Quiet(BROKER.kafka(), null).await(PATIENCE_MS)).isTrue();
            meanwhile.run();
            assertThat(new Quiet(BROKER.kafka(), null).await(PATIENCE_MS)).isTrue();
            assertThat(topology.state()).isNotNull();
        }
    }

    private static void publish() {
        var kafka = BROKER.kafka();
        try (var publish = Publish.to(kafka)) {
            var number = 0;
            for (var labelled : Families.many(11, ARTICLES).toList()) {
                number++;
                var article = article(labelled, number);
                publish.send(Topics.ARTICLES, article.id(), article);
                if (number % 7 == 0) {
                    publish.send(Topics.ARTICLES, article.id(), edit(article, "A correction.", 2));
                }
                if (number % 11 == 0) {
                    publish.send(Topics.ARTICLES, article.id(), edit(article, CAP, 1));
                }
                if (number % 31 == 0) {
                    publish.send(Topics.ARTICLES, article.id(), deletion(article, 3));
                }
            }
        }
    }

    private static Revision first() {
        return article(Families.many(11, ARTICLES).findFirst().orElseThrow(), 1);
    }

    private static Revision article(Labelled l, int number) {
        var text = number % 5 == 0 ? l.text() + "\n" + CAP : l.text();
        if (number % 3 == 0) {
            text += "\n" + deadline(l.published(), number);
        }
        return revision(
                l.outlet(), "https://" + l.outlet() + "/" + number, l.title(), text, l.published(), 0, Body.FULL);
    }

    private static String deadline(Instant published, int number) {
        var day = LocalDate.ofInstant(published, ZoneOffset.UTC).plusDays(3 + number % 5);
        var words = number % 4 == 0
                ? "Washington has extended the deadline for Ukraine to accept the 28-point plan until %s."
                : "Washington has given Ukraine until %s to accept the 28-point plan.";
        return words.formatted(
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day));
    }

    /** The same article some hours later; an outlet that edits may date it anew. */
    private static Revision edit(Revision r, String more, int hours) {
        var published = hours % 2 == 0 ? at(r).plusSeconds(600) : at(r);
        return revision(r.outlet(), url(r), r.title(), r.text() + "\n" + more, published, hours, Body.FULL);
    }

    private static Revision deletion(Revision r, int hours) {
        return revision(r.outlet(), url(r), "", "", at(r), hours, Body.DELETED);
    }

    private static Instant at(Revision r) {
        return r.published() == null ? r.firstSeen() : r.published();
    }

    private static String url(Revision r) {
        return String.valueOf(r.url());
    }

    private static Revision revision(
            String outlet, String url, String title, String text, Instant published, int hours, Body body) {
        return new Revision(
                Ids.article(url),
                Ids.revision(title, "", text),
                null,
                outlet,
                null,
                url,
                title,
                "",
                text,
                false,
                "en",
                null,
                null,
                published,
                "feed",
                null,
                published.plus(Duration.ofHours(1 + hours)),
                published.plus(Duration.ofHours(1)),
                body,
                Origin.REPLAY);
    }

    private Ended run(String... args) {
        var call = new ArrayList<>(List.of(args));
        KafkaAccess kafka = BROKER.kafka();
        call.add(1, "--set=topics.prefix=" + kafka.prefix());
        call.add("--set=kafka.bootstrap.servers=" + kafka.bootstrap());
        call.add("--set=topics.partitions=3");
        call.add("--data=" + folder);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, call.toArray(String[]::new));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
