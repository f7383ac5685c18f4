// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.KeptText;
import org.pointwatch.wire.record.Rolling;
import org.pointwatch.wire.record.Stance;
import org.pointwatch.wire.record.Story;

/** Values as the topology and the fetchers would send them. */
final class Samples {
    static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    static final String TITLE = "Envoys weigh army cap";

    private static final String BODY = "Rubio said the cap on the army would stay at 600,000.";

    private Samples() {}

    static Coverage coverage(String target, Instant bucket, long stories, long copies) {
        var own = new SentimentSums(stories, stories * -200, stories * 40_000, stories, 0, 0);
        var counts = new Counts(stories + copies, stories, copies, 0, own, SentimentSums.ZERO);
        return Coverage.of(target, bucket, counts, 1);
    }

    static String key(Coverage coverage) {
        return Target.coverageKey(coverage.target(), coverage.bucket());
    }

    static Rolling rolling(String target, String window, long articles) {
        var sentiment = new Coverage.Sentiment(SentimentSums.ZERO, SentimentSums.of(250));
        var counts = new Rolling.WindowCounts(articles, articles, 0, 0, 1, sentiment);
        return new Rolling(target, window, NOON, counts, counts, 0.25, NOON, null, null);
    }

    /** An article of one sentence (besides its title) that mentions army-cap and rubio. */
    static Finding finding(String article, String outlet, Instant at) {
        return finding(article, outlet, at, TITLE, BODY);
    }

    static Finding finding(String article, String outlet, Instant at, String title, String body) {
        var start = title.length() + 2;
        var sentences = List.of(new Sentence(start, start + body.length(), false, body));
        var cap = body.indexOf("cap on the army");
        var point = new PointMention(
                "army-cap",
                0.9,
                new TargetSentiment(-200, null),
                List.of(new Evidence(start + cap, start + cap + 15, 0, "army-cap/en/1")));
        var actor = new ActorMention("rubio", null, List.of(new Evidence(start, start + 5, 0, "rubio/en")));
        return finding(article, outlet, at, title, sentences, List.of(point), List.of(actor));
    }

    static Finding finding(
            String article,
            String outlet,
            Instant at,
            String title,
            List<Sentence> sentences,
            List<PointMention> points,
            List<ActorMention> actors) {
        return new Finding(
                article,
                "r1",
                "ukraine-peace-plan",
                "v1+abc",
                outlet,
                "https://" + outlet + "/" + article,
                title,
                "en",
                null,
                "agencies",
                List.of(),
                at,
                EventTime.Source.PUBLISHED_CLAMPED,
                sentences,
                points,
                actors,
                List.of(new DeadlineMention(
                        "until Thursday", 1, 2, 0, "2025-11-27", List.of(), "day", "set", null, null, List.of())),
                List.of(),
                List.of(new Figure("army-cap", 600_000, "persons", "600,000", 3, 4, null)),
                List.of(new Quote(null, "A \"tall\" official\\", "no", 5, 6, List.of())),
                -120);
    }

    static KeptText text(String article, String words) {
        return new KeptText(article, "r1", TITLE, words, Body.FEED_ONLY, false);
    }

    static Finding finding(String article, StanceMention said) {
        var f = finding(article, "one.example", NOON);
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                f.agency(),
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                f.sentences(),
                f.points(),
                f.actors(),
                f.deadlines(),
                f.dates(),
                f.figures(),
                f.quotes(),
                List.of(said),
                f.tone());
    }

    static Finding credited(String article, String outlet, Instant at, @Nullable String agency) {
        var f = finding(article, outlet, at);
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                agency,
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                f.sentences(),
                f.points(),
                f.actors(),
                f.deadlines(),
                f.dates(),
                f.figures(),
                f.quotes(),
                f.tone());
    }

    static Finding counted(String article, String outlet, Instant at, List<Figure> figures) {
        var f = finding(article, outlet, at);
        return new Finding(
                f.article(),
                f.revision(),
                f.dossier(),
                f.dossierVersion(),
                f.outlet(),
                f.url(),
                f.title(),
                f.language(),
                f.agency(),
                f.group(),
                f.facets(),
                f.eventTime(),
                f.eventTimeSource(),
                f.sentences(),
                f.points(),
                f.actors(),
                f.deadlines(),
                f.dates(),
                figures,
                f.quotes(),
                f.tone());
    }

    /** The same text everywhere. */
    static Finding spoilt(String article, String text) {
        var f = finding(article, text, NOON, text, List.of(), List.of(), List.of());
        return new Finding(
                article,
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                List.of(),
                NOON,
                f.eventTimeSource(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new DeadlineMention(text, 1, 2, 0, text, List.of(text), text, text, text, text, List.of(text))),
                List.of(),
                List.of(),
                List.of(new Quote(text, text, text, 5, 6, List.of(text))),
                null);
    }

    static Story story(String article, Relation relation, @Nullable String of) {
        return story(article, relation, of, 60);
    }

    static Story story(String article, Relation relation, @Nullable String of, long lag) {
        var original = relation == Relation.ORIGINAL;
        var own = original || relation == Relation.REWRITE;
        return new Story(article, own ? article : of, relation, of, original ? null : 0.91, lag, null);
    }

    static Deadline deadline(String id, String status, @Nullable String due, int stories) {
        var set = new Deadline.Change(NOON, "set", "2025-11-27", "a0", "us", "Kyiv has until Thursday.");
        var now = new Deadline.Change(NOON.plusSeconds(60), status, due, null, null, null);
        return new Deadline(
                id,
                due,
                "day",
                status,
                List.of(set, now),
                List.of("army-cap"),
                List.of("ukraine", "us"),
                "us",
                "ukraine",
                stories,
                NOON,
                NOON.plusSeconds(60),
                "Kyiv has until Thursday.",
                "a0",
                null);
    }

    static Stance stance(String actor, String stance, int n) {
        var before = new Stance.Earlier(
                NOON, "unknown".equals(stance) ? "oppose" : "support", "a0", "one.example", "We do.", "us");
        return new Stance(
                actor,
                "army-cap",
                stance,
                "We \"will\" not.",
                "a1",
                "one.example",
                null,
                NOON.plusSeconds(60),
                NOON.plusSeconds(30),
                n,
                new Stance.Counts(1, n - 1, 0, 3),
                n + 4L,
                NOON.plusSeconds(90),
                List.of(before),
                0L);
    }

    static FeedState feed(String url, FeedState.Health health) {
        var entry = new FeedState.KnownEntry("a1", "r1", NOON, null, "none");
        return FeedState.unasked(url, "outlet.example")
                .change()
                .title("Title")
                .health(health)
                .lastPoll(NOON)
                .nextPoll(NOON)
                .etag("\"tag\"")
                .format("rss_2.0")
                .polls(3)
                .unchanged(1)
                .articles(2)
                .known(List.of(entry))
                .group("agencies")
                .trouble(health == FeedState.Health.FAILING ? FeedState.Trouble.SOFT : null)
                .bodies(new FeedState.Bodies(1, 1, 0))
                .done();
    }

    /** One of everything, with a correction and a tombstone in each topic. */
    static void publishAll(Publish publish, int round) {
        for (var i = 0; i < 8; i++) {
            var at = NOON.plusSeconds(900L * i);
            var coverage = coverage("point:p" + i % 3, at, i + round, i);
            publish.send(Topics.COVERAGE, key(coverage), coverage);
            publish.send(Topics.ROLLING, "point:p" + i + "@24h", rolling("point:p" + i, "24h", i + round));
            publish.send(Topics.FINDINGS, "a" + i, finding("a" + i, "outlet" + i % 2 + ".example", at));
            publish.send(Topics.TEXTS, "a" + i, text("a" + i, BODY + round));
            publish.send(Topics.STORIES, "a" + i, story("a" + i, Relation.ORIGINAL, null));
            publish.send(Topics.DEADLINES, "d" + i, deadline("d" + i, "moved", "2025-12-0" + (i + 1), round));
            publish.send(Topics.STANCES, "s" + i + "|army-cap", stance("s" + i, "oppose", round + 1));
            var feed = "https://f" + i + ".example/rss";
            publish.send(Topics.FEEDS, feed, feed(feed, FeedState.Health.HEALTHY));
        }
        if (round > 0) {
            publish.tombstone(Topics.FINDINGS, "a1")
                    .tombstone(Topics.TEXTS, "a1")
                    .tombstone(Topics.STORIES, "a1")
                    .tombstone(Topics.COVERAGE, "point:p1@" + NOON.plusSeconds(900))
                    .tombstone(Topics.ROLLING, "point:p1@24h")
                    .tombstone(Topics.DEADLINES, "d1")
                    .tombstone(Topics.STANCES, "s1|army-cap")
                    .tombstone(Topics.FEEDS, "https://f1.example/rss");
        }
        publish.flush();
    }

    static Map<String, String> headers(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> record) {
        var headers = new java.util.TreeMap<String, String>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), java.nio.charset.StandardCharsets.UTF_8)));
        return headers;
    }
}
