// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentMean;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;

/**
 * What the desk says about one target over a range. Its JSON is part of the HTTP API (see the module's README).
 *
 * @param kind point, actor, plan or all
 * @param title from the dossier; the id where the dossier has none
 * @param number in the dossier's first plan version, null if it has none there
 * @param outlets distinct outlets over the range; null for {@code all}, where findings cannot tell
 * @param last the newest evidence, null if there is none
 */
public record Row(
        String target,
        String kind,
        String title,
        @Nullable String number,
        long articles,
        long stories,
        long copies,
        long updates,
        @Nullable Long outlets,
        Sentiment sentiment,
        @Nullable Last last) {

    /** In the outlets' own voice, and inside quotations. */
    public record Sentiment(Voice own, Voice quoted) {}

    /**
     * The mean, -1 to 1, with its 95 % confidence interval.
     *
     * @param mean null, as its interval is, where too few stories were scored
     * @param shown whether there is a mean
     */
    public record Voice(
            long n,
            @Nullable Double mean,
            @Nullable Double low,
            @Nullable Double high,
            long negative,
            long neutral,
            long positive,
            boolean shown) {
        static Voice of(SentimentSums s) {
            var m = SentimentMean.of(s);
            return new Voice(s.n(), m.mean(), m.low(), m.high(), s.negative(), s.neutral(), s.positive(), m.shown());
        }
    }

    /** @param clock which clock gave {@code at}; @param relation null until the article's story is known */
    public record Last(
            String article,
            String sentence,
            @Nullable String language,
            String outlet,
            @Nullable String url,
            Instant at,
            EventTime.Source clock,
            @Nullable Relation relation) {
        static Last of(Sighting s, @Nullable Relation relation) {
            return new Last(s.article(), s.sentence(), s.language(), s.outlet(), s.url(), s.at(), s.clock(), relation);
        }
    }

    static Row of(Listed listed, Counts counts, @Nullable Long outlets, @Nullable Last last) {
        return new Row(
                listed.target(),
                listed.kind(),
                listed.title(),
                listed.number(),
                counts.articles(),
                counts.stories(),
                counts.copies(),
                counts.updates(),
                outlets,
                new Sentiment(Voice.of(counts.own()), Voice.of(counts.quoted())),
                last);
    }
}
