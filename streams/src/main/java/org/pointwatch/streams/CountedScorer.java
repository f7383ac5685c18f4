// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.tagging.Words;

/** Counts how many mentions were judged, and why others were not. */
final class CountedScorer implements SentimentScorer {
    private static final String NAME = "pointwatch_mentions_judged_total";
    private static final String OUTCOME = "outcome";

    private final SentimentScorer scorer;
    private final MeterRegistry meters;
    private final Counter judged;

    CountedScorer(SentimentScorer scorer, MeterRegistry meters) {
        this.scorer = scorer;
        this.meters = meters;
        this.judged = meters.counter(NAME, OUTCOME, "judged");
    }

    @Override
    public int mostMentions() {
        return scorer.mostMentions();
    }

    @Override
    public boolean speaks(@Nullable String language) {
        return scorer.speaks(language);
    }

    @Override
    public Sentiment score(Words words, int start, int end, @Nullable String language) {
        var sentiment = scorer.score(words, start, end, language);
        var note = sentiment.note();
        (note == null ? judged : meters.counter(NAME, OUTCOME, note)).increment();
        return sentiment;
    }
}
