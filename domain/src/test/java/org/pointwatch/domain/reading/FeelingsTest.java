// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** What an article's sentiments are made of, with a scorer that knows three words. */
final class FeelingsTest {
    /** Good sentences count 500, bad ones -500, odd ones are left unjudged, all others count 0. */
    private static final class Simple implements SentimentScorer, ToneScorer {
        @Override
        public boolean speaks(@Nullable String language) {
            return "en".equals(language);
        }

        @Override
        public Sentiment score(Words words, int start, int end, @Nullable String language) {
            var word = 0;
            while (words.end(word) <= start) {
                word++;
            }
            var sentence = words.sentence(words.sentenceOf(word)).text();
            return sentence.contains("odd") ? Sentiment.abstained("odd") : Sentiment.of(value(sentence), List.of());
        }

        @Override
        public int tone(Words words, int sentence) {
            return value(words.sentence(sentence).text());
        }

        private static int value(String sentence) {
            return sentence.contains("good") ? 500 : sentence.contains("bad") ? -500 : 0;
        }
    }

    /** An optional holds no null. */
    private record Holder(@Nullable TargetSentiment sentiment) {}

    private static Reading read(String text, String language) {
        var simple = new Simple();
        return ArticleReader.of(Quarrel.dossier())
                .withoutGate()
                .judging(simple, simple)
                .read(new ArticleText("", text, language, null, null, null));
    }

    private static @Nullable TargetSentiment toward(String actor, Reading read) {
        return read.tags().actors().stream()
                .filter(a -> a.actor().equals(actor))
                .findFirst()
                .map(a -> new Holder(a.sentiment()))
                .orElseThrow()
                .sentiment();
    }

    @Test
    void whatIsQuotedIsKeptApartFromTheOutletsVoice() {
        var read = read("Smith was good. \"Norland is bad,\" Jones said.", "en");
        assertThat(toward("smith", read)).isEqualTo(new TargetSentiment(500, null));
        assertThat(toward("norland", read)).isEqualTo(new TargetSentiment(null, -500));
    }

    @Test
    void reportedSpeechIsItsSpeakersToo() {
        assertThat(toward("norland", read("Jones said that Norland was bad.", "en")))
                .isEqualTo(new TargetSentiment(null, -500));
    }

    @Test
    void aValueIsTheMeanOfItsMentionsRoundedOnce() {
        assertThat(toward("smith", read("Smith was good. Smith was good. Smith was there.", "en")))
                .isEqualTo(new TargetSentiment(333, null));
    }

    @Test
    void whatNobodyJudgesHasNone() {
        assertThat(toward("smith", read("Smith was odd.", "en"))).isNull();
        assertThat(toward("smith", read("Smith was good. Smith was odd.", "en")))
                .isEqualTo(new TargetSentiment(500, null));
    }

    @Test
    void toneIsTheMeanOfSentences() {
        assertThat(read("Smith was good. It rained. Nothing was good. It rained.", "en")
                        .tone())
                .isEqualTo(250);
    }

    @Test
    void withoutAJudgeThereIsNone() {
        var read = ArticleReader.of(Quarrel.dossier())
                .withoutGate()
                .read(new ArticleText("", "Smith was good.", "en", null, null, null));
        assertThat(toward("smith", read)).isNull();
        assertThat(read.tone()).isNull();
    }
}
