// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.cli.forget.Takedown;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.article.RevisionSet;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.WaitingPage;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code forget} against a broker on which nobody processes. */
final class ForgetCommandIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final String URL = "https://news.outlet.example/talks";
    private static final String ARTICLE = Ids.article(URL);

    private KafkaAccess kafka;

    private record Ended(int code, List<String> out, String err) {}

    /** One article, seen twice, whose first sight a later record has later; and one of another outlet. */
    @BeforeEach
    void publish() {
        kafka = BROKER.fresh();
        var other = revision("cccccccccccccccccccc", "other.example", null, NOON);
        Publish.to(kafka)
                .send(Topics.ARTICLES, ARTICLE, revision(ARTICLE, "outlet.example", URL, NOON))
                .send(Topics.ARTICLES, ARTICLE, revision(ARTICLE, "outlet.example", URL, NOON.plusSeconds(60)))
                .send(Topics.ARTICLES, other.id(), other)
                .bytes(Topics.DEAD_LETTERS, ARTICLE, new byte[] {1})
                .close();
    }

    @Test
    void aDeletionIsPublishedThatNoRevisionThatCountsIsLaterThan() {
        var ended = run("--url", URL + "?utm_source=x", "--why", "asked for");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsExactly(ARTICLE + " outlet.example \"Talks\" " + URL);
        assertThat(ended.err())
                .contains("1 articles will be forgotten as soon as `pointwatch process` or `run` runs")
                .contains("2 records with text on " + kafka.topic(Topics.ARTICLES))
                .contains("1 on " + kafka.topic(Topics.DEAD_LETTERS) + " (30 days)");
        var records = Collect.from(kafka).records(Topics.ARTICLES);
        assertThat(records.get(3).headers().lastHeader("why").value())
                .asString()
                .isEqualTo("asked for");
        var all = Collect.from(kafka).values(Topics.ARTICLES);
        var deletion = all.get(3);
        assertThat(deletion.body()).isEqualTo(Body.DELETED);
        assertThat(deletion.title() + deletion.summary() + deletion.text()).isEmpty();
        assertThat(deletion.url()).isNull();
        assertThat(deletion.fetched()).isEqualTo(NOON.plusSeconds(60).plus(EventTime.HORIZON));
        var edit = revision(ARTICLE, "outlet.example", URL, NOON.plus(EventTime.HORIZON));
        assertThat(RevisionSet.NONE
                        .add(all.get(0))
                        .set()
                        .add(deletion)
                        .set()
                        .add(edit)
                        .set()
                        .current())
                .isEmpty();
    }

    @Test
    void pagesThatWaitAreNotReadAnyMore() {
        var elsewhere = revision("cccccccccccccccccccc", "other.example", null, NOON);
        var again = new WaitingPage(revision(ARTICLE, "outlet.example", URL, NOON), 9);
        try (var publish = Publish.to(kafka)) {
            for (var page : List.of(again, new WaitingPage(elsewhere, 9))) {
                publish.send(Topics.PAGES, page.key(), page);
            }
        }
        assertThat(run("--url", URL).err()).contains("1 pages that were still to be read are not read");
        assertThat(Collect.from(kafka).last(Topics.PAGES).values())
                .extracting(page -> page.entry().id())
                .containsExactly(elsewhere.id());
        assertThat(Collect.from(kafka).records(Topics.PAGES).get(2).headers().lastHeader(WaitingPage.WITHDRAWN))
                .as("tells a fetcher that has the page in hand")
                .isNotNull();
        Publish.all(kafka, Topics.PAGES, Map.of(again.key(), again));
        assertThat(run("--url", URL).err())
                .as("also of what was forgotten before")
                .contains("1 pages that were still to be read are not read", "nothing is left to forget");
    }

    @Test
    void whatWasForgottenIsNotForgottenAgain() {
        assertThat(run("--outlet", "OUTLET.example").out()).hasSize(1);
        var again = run("--outlet", "outlet.example");
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains(ARTICLE, "was forgotten before", "nothing is left to forget");
        assertThat(Collect.from(kafka).values(Topics.ARTICLES)).hasSize(4);
    }

    @Test
    void whatNobodyElseWouldTakeBackIsErasedWithItsWords() {
        Takedown.erase(kafka, List.of(ARTICLE));
        for (var topic : List.of(Topics.FINDINGS, Topics.TEXTS, Topics.STORIES)) {
            assertThat(Collect.from(kafka).records(topic))
                    .as(topic.name())
                    .singleElement()
                    .matches(r -> ARTICLE.equals(r.key()) && r.value() == null);
        }
    }

    @Test
    void nothingFoundIsAFailureThatSaysWhatToTry() {
        var url = run("--url", "https://outlet.example/else");
        assertThat(url.code()).isEqualTo(1);
        assertThat(url.err()).contains("no article at https://outlet.example/else is known here", "--outlet");
        assertThat(run("--outlet", "none.example").code()).isEqualTo(1);
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("--url", "no address").code()).isEqualTo(2);
        assertThat(run("--url", URL, "--outlet", "x").code()).isEqualTo(2);
        assertThat(run("--outlet", "x", "--why", "a\u0007").err()).contains("--why has the control character");
    }

    private static Revision revision(String article, String outlet, @Nullable String url, Instant first) {
        return new Revision(
                article,
                Ids.revision("Talks", "", "text" + first),
                null,
                outlet,
                null,
                url,
                "Talks",
                "",
                "text" + first,
                false,
                "en",
                null,
                null,
                NOON,
                "feed",
                null,
                first,
                first,
                Body.FULL,
                Origin.LIVE);
    }

    private Ended run(String... args) {
        var call = new ArrayList<>(List.of(args));
        call.add(0, "forget");
        call.add("--set=kafka.bootstrap.servers=" + kafka.bootstrap());
        call.add("--set=topics.prefix=" + kafka.prefix());
        call.add("--set=topics.partitions=1");
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, call.toArray(String[]::new));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
