// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

final class CountedScorerTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final SentimentScorer scorer = new CountedScorer(new Grim(), meters);

    /** Judges what begins before the hundredth character, and ill. */
    private static final class Grim implements SentimentScorer {
        @Override
        public boolean speaks(String language) {
            return "en".equals(language);
        }

        @Override
        public Sentiment score(Words words, int start, int end, String language) {
            return start < 100 ? Sentiment.of(-300, List.of()) : Sentiment.abstained("too far");
        }

        @Override
        public int mostMentions() {
            return 3;
        }
    }

    private double count(String outcome) {
        return count(meters, outcome);
    }

    private static double count(MeterRegistry meters, String outcome) {
        return meters.counter("pointwatch_mentions_judged_total", "outcome", outcome)
                .count();
    }

    @Test
    void countsWhatIsJudgedAndWhyTheRestIsNot() {
        var words = Words.of("one ".repeat(50), "en");
        assertThat(scorer.score(words, 2, 5, "en").thousandths()).isEqualTo(-300);
        assertThat(scorer.score(words, 6, 9, "en").note()).isNull();
        assertThat(scorer.score(words, 102, 105, "en").note()).isEqualTo("too far");
        assertThat(count("judged")).isEqualTo(2);
        assertThat(count("too far")).isEqualTo(1);
    }

    @Test
    void aConfiguredScorerJudgesTheTargetsOfArticles(@TempDir Path directory) {
        var text = "The draft would cap the army of Ukraine at 600,000 soldiers, said Donald Trump. "
                + "Ukraine would not join NATO. ".repeat(20);
        try (var stage = new Stage(directory, new Grim())) {
            stage.arrives(Stage.revision("https://a.example/1", "a.example", 0, 1, "", text));
            var finding = stage.last(Topics.FINDINGS).values().iterator().next();
            var cap = finding.points().get(0).sentiment();
            assertThat(cap).isNotNull();
            assertThat(cap.own() == null ? cap.quoted() : cap.own()).isEqualTo(-300);
            assertThat(count(stage.meters, "judged")).isPositive();
            // NATO stands there twenty times, the first three are asked about, and this one is too far away.
            assertThat(finding.actors().stream()
                            .filter(actor -> actor.actor().equals("nato"))
                            .findFirst())
                    .hasValueSatisfying(nato -> {
                        assertThat(nato.evidence()).hasSize(20);
                        assertThat(nato.sentiment()).isNull();
                    });
            assertThat(count(stage.meters, "too far")).isBetween(3.0, 6.0);
        }
    }

    @Test
    void changesNothingElse() {
        assertThat(scorer.speaks("en")).isTrue();
        assertThat(scorer.speaks("uk")).isFalse();
        assertThat(scorer.mostMentions()).isEqualTo(3);
    }
}
