// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.domain.tagging.Words;

/** The sentiment toward each target of an article, in the outlet's voice and in others', and the article's tone. */
final class Feelings {
    private static final int MOST_SENTENCES = 20;

    private final SentimentScorer scorer;
    private final ToneScorer tones;

    Feelings(SentimentScorer scorer, ToneScorer tones) {
        this.scorer = scorer;
        this.tones = tones;
    }

    /**
     * The same mentions with their sentiments; as they were if nobody judges the language.
     *
     * @param quotes in text order, none over another
     */
    TagResult judged(Words words, TagResult tags, List<Quote> quotes, @Nullable String language) {
        if (!scorer.speaks(language)) {
            return tags;
        }
        return new TagResult(
                tags.outcome(),
                tags.language(),
                tags.sentences(),
                tags.points().stream()
                        .map(p -> new PointMention(
                                p.point(),
                                p.confidence(),
                                sentiment(words, p.evidence(), quotes, language),
                                p.evidence()))
                        .toList(),
                tags.actors().stream()
                        .map(a -> new ActorMention(
                                a.actor(), sentiment(words, a.evidence(), quotes, language), a.evidence()))
                        .toList());
    }

    private @Nullable TargetSentiment sentiment(
            Words words, List<Evidence> evidence, List<Quote> quotes, @Nullable String language) {
        var own = new ArrayList<Integer>();
        var quoted = new ArrayList<Integer>();
        for (var e : evidence.subList(0, Math.min(scorer.mostMentions(), evidence.size()))) {
            var sentiment = scorer.score(words, e.start(), e.end(), language);
            if (!sentiment.isAbstention()) {
                (isIn(quotes, (e.start() + e.end()) / 2) ? quoted : own).add(sentiment.thousandths());
            }
        }
        return own.isEmpty() && quoted.isEmpty() ? null : new TargetSentiment(mean(own), mean(quoted));
    }

    private static @Nullable Integer mean(List<Integer> thousandths) {
        var sum = thousandths.stream().mapToLong(t -> t).sum();
        return thousandths.isEmpty() ? null : (int) Math.round((double) sum / thousandths.size());
    }

    /** Whether an offset lies in somebody's words. */
    private static boolean isIn(List<Quote> quotes, int offset) {
        var low = 0;
        var high = quotes.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (quotes.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < quotes.size() && quotes.get(low).start() <= offset;
    }

    /** The mean of what the first sentences sound like, in thousandths; null if nobody judges the language. */
    @Nullable
    Integer tone(Words words, @Nullable String language) {
        if (!tones.speaks(language)) {
            return null;
        }
        var heard = new ArrayList<Integer>();
        for (int s = 0; s < words.sentences() && heard.size() < MOST_SENTENCES; s++) {
            heard.add(tones.tone(words, s));
        }
        return mean(heard);
    }
}
