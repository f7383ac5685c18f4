// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Finding;
import org.pointwatch.wire.record.Story;

/** Facts written by hand, short enough to be counted by the reader of a test. */
final class Written {
    static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");
    static final SentimentSums NONE = new SentimentSums(0, 0, 0, 0, 0, 0);

    private Written() {}

    /** A full text of outlet.example, published and fetched at noon. */
    static Revision revision(String article, String revision) {
        return revision(article, revision, Body.FULL, NOON, NOON, NOON);
    }

    static Revision revision(
            String article, String revision, Body body, @Nullable Instant published, Instant fetched, Instant first) {
        return new Revision(
                article,
                revision,
                null,
                "outlet.example",
                null,
                null,
                "title",
                "",
                "",
                false,
                "en",
                null,
                null,
                published,
                "feed",
                null,
                fetched,
                first,
                body,
                Origin.LIVE);
    }

    /** A finding that mentions nothing. */
    static Finding finding(String article, Instant at) {
        return finding(article, "r1", "outlet.example", at);
    }

    static Finding finding(String article, String revision, String outlet, Instant at, Object... mentions) {
        return faceted(article, revision, outlet, at, "en", null, List.of(), mentions);
    }

    static Finding faceted(
            String article,
            String revision,
            String outlet,
            Instant at,
            @Nullable String language,
            @Nullable String group,
            List<String> facets,
            Object... mentions) {
        return new Finding(
                article,
                revision,
                "plan",
                "v1",
                outlet,
                null,
                "title",
                language,
                null,
                group,
                facets,
                at,
                EventTime.Source.PUBLISHED,
                List.of(),
                only(mentions, PointMention.class),
                only(mentions, ActorMention.class),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static <T> List<T> only(Object[] mentions, Class<T> kind) {
        return Arrays.stream(mentions).filter(kind::isInstance).map(kind::cast).toList();
    }

    static PointMention point(String id, @Nullable TargetSentiment sentiment, int... sentences) {
        return new PointMention(id, 1, sentiment, evidence(sentences));
    }

    static ActorMention actor(String id, @Nullable TargetSentiment sentiment, int... sentences) {
        return new ActorMention(id, sentiment, evidence(sentences));
    }

    private static List<Evidence> evidence(int... sentences) {
        return Arrays.stream(sentences)
                .mapToObj(s -> new Evidence(0, 1, s, "rule"))
                .toList();
    }

    static Story original(String article) {
        return new Story(article, article, Relation.ORIGINAL, null, null, 0, null);
    }

    static Story member(String article, Relation relation, String of, long lag) {
        return new Story(article, of, relation, of, 0.9, lag, of);
    }

    static Story rewrite(String article, String of, long lag) {
        return new Story(article, article, Relation.REWRITE, of, 0.3, lag, null);
    }

    /** As published, without any sentiment. */
    static Coverage coverage(String target, Instant bucket, long... figures) {
        return new Coverage(
                target,
                bucket,
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                new Coverage.Sentiment(NONE, NONE));
    }

    static Coverage felt(Coverage c, SentimentSums own, SentimentSums quoted) {
        return new Coverage(
                c.target(),
                c.bucket(),
                c.articles(),
                c.stories(),
                c.copies(),
                c.updates(),
                c.outlets(),
                new Coverage.Sentiment(own, quoted));
    }

    static void put(Facts facts, Finding f, Story s) {
        facts.findings.put(f.article(), Mentions.of(f, 0));
        facts.stories.put(s.article(), s);
    }

    static void put(Facts facts, Coverage... published) {
        for (var c : published) {
            facts.coverage.put(c.target() + "@" + c.bucket(), c);
        }
    }
}
