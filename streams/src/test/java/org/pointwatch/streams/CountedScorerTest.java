// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;

final class CountedScorerTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Judges what begins before the tenth character. */
    private final SentimentScorer scorer = new CountedScorer(
            new SentimentScorer() {
                @Override
                public boolean speaks(String language) {
                    return "en".equals(language);
                }

                @Override
                public Sentiment score(Words words, int start, int end, String language) {
                    return start < 10 ? Sentiment.of(-300, List.of()) : Sentiment.abstained("too far");
                }

                @Override
                public int mostMentions() {
                    return 3;
                }
            },
            meters);

    private double count(String outcome) {
        return meters.counter("pointwatch_mentions_judged_total", "outcome", outcome)
                .count();
    }

    @Test
    void countsWhatIsJudgedAndWhyTheRestIsNot() {
        var words = Words.of("one two three four", "en");
        assertThat(scorer.score(words, 2, 5, "en").thousandths()).isEqualTo(-300);
        assertThat(scorer.score(words, 6, 9, "en").note()).isNull();
        assertThat(scorer.score(words, 10, 15, "en").note()).isEqualTo("too far");
        assertThat(count("judged")).isEqualTo(2);
        assertThat(count("too far")).isEqualTo(1);
    }

    @Test
    void changesNothingElse() {
        assertThat(scorer.speaks("en")).isTrue();
        assertThat(scorer.speaks("uk")).isFalse();
        assertThat(scorer.mostMentions()).isEqualTo(3);
    }
}
