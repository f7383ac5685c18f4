// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TrainedScorerTest {
    private static final byte PRAISE = 0;
    private static final byte BLAME = 1;
    private static final byte NOT = 2;
    private static final int BODY = 2;

    private final WordClasses classes = new WordClasses(
            List.of(
                    entry("praised", PRAISE),
                    entry("good", PRAISE),
                    entry("blamed", BLAME),
                    entry("bad", BLAME),
                    entry("not", NOT)),
            new byte[] {WordClasses.GOOD, WordClasses.BAD, WordClasses.NEGATION});
    private final TrainedScorer scorer = trained();

    private static WordClasses.Entry entry(String word, byte of) {
        return new WordClasses.Entry(word.hashCode(), new byte[] {of});
    }

    /** Every feature of a word in a sentence that praises speaks for positive, and likewise; features of both for neither. */
    private TrainedScorer trained() {
        var weights = new byte[2 << Features.TABLE_BITS];
        learn(weights, "Paris praised Berlin", 14, 1, 40);
        learn(weights, "Rome praised Berlin", 13, 1, 40);
        learn(weights, "Paris blamed Berlin", 14, 0, 40);
        learn(weights, "Rome blamed Berlin", 13, 0, 40);
        return new TrainedScorer(new SentimentModel(List.of("en"), classes, weights, 0.0025f, -1, -1, null));
    }

    private void learn(byte[] weights, String text, int start, int label, int weight) {
        var features = Features.of(Words.of(text, "en"), start + BODY, text.length() + BODY, classes);
        for (int f = 0; features != null && f < features.count(); f++) {
            if (features.owner(f) != Features.NO_WORD) {
                weights[features.slot(f) * 2 + label] = (byte) weight;
            }
        }
    }

    private Sentiment score(String text, String target) {
        var start = text.indexOf(target) + BODY;
        return scorer.score(Words.of(text, "en"), start, start + target.length(), "en");
    }

    @Test
    void tellsPraiseFromBlameOfATarget() {
        assertThat(score("London praised Berlin", "Berlin").label()).isEqualTo(Label.POSITIVE);
        assertThat(score("London blamed Berlin", "Berlin").label()).isEqualTo(Label.NEGATIVE);
        assertThat(score("London reached Berlin", "Berlin").label()).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void tellsTheWordThatCausedIt() {
        var sentiment = score("London praised Berlin", "Berlin");
        var first = sentiment.causes().get(0);
        assertThat("\n\nLondon praised Berlin".substring(first.start(), first.end()))
                .isEqualTo("praised");
        assertThat(first.thousandths()).isPositive();
    }

    @Test
    void doesNotKnowWhoTheTargetIs() {
        assertThat(score("Rome praised Berlin", "Berlin").thousandths())
                .isEqualTo(score("Rome praised Madrid", "Madrid").thousandths());
    }

    @Test
    void judgesTheSentenceOfTheTargetAlone() {
        assertThat(score("Rome blamed Madrid. Paris praised Berlin. Rome blamed Madrid.", "Berlin")
                        .thousandths())
                .isEqualTo(score("Paris praised Berlin.", "Berlin").thousandths());
    }

    @Test
    void case107_abstainsWithAReason() {
        var words = Words.of("Paris praised Berlin.", "en");
        assertThat(scorer.score(words, 2, 7, "fr").note()).contains("fr");
        assertThat(scorer.score(words, 2, 7, null).note()).contains("unknown");
        for (var span : List.of(List.of(-1, 3), List.of(3, 3), List.of(9, 4), List.of(0, 1000), List.of(999, 1000))) {
            var sentiment = scorer.score(words, span.get(0), span.get(1), "en");
            assertThat(sentiment.note()).as("%s", span).contains("outside");
            assertThat(sentiment.label()).isEqualTo(Label.NEUTRAL);
        }
        assertThat(scorer.score(words, 22, 23, "en").note()).contains("no word");
        assertThat(scorer.score(Words.of("", "en"), 0, 2, "en").note()).contains("no word");
    }

    @Test
    void case107_nothingAndMixedScriptsHarmNobody() {
        for (var text : List.of(
                "",
                " ",
                "\u202e\u0000",
                "\ud83d\ude00\ud83d",
                "Paris \u043f\u043e\u0445\u0432\u0430\u043b\u0438\u043b Berlin \u6771\u4eac \u0628\u064a\u0631\u0648\u062a praised")) {
            var words = Words.of(text, "en");
            for (var start = 0; start < text.length() + 4; start++) {
                var sentiment = scorer.score(words, start, start + 1, "en");
                assertThat(sentiment.thousandths()).isBetween(-1_000, 1_000);
            }
        }
        assertThat(scorer.score(Words.of("", "en"), 0, 0, "en").label()).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void judgesASentenceOfOneWord() {
        assertThat(score("Berlin", "Berlin").isAbstention()).isFalse();
    }

    @Test
    void case107_isQuickOnAMegabyteInOneSentence() {
        var texts = List.of(
                "Berlin ".repeat(150_000),
                "good ".repeat(200_000),
                "\"".repeat(1 << 20) + "Berlin",
                "a".repeat(1 << 20));
        for (var text : texts) {
            var words = Words.of(text, "en");
            assertThatCode(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            var start = BODY + i * 997;
                            scorer.score(words, start, Math.min(words.text().length(), start + 6), "en");
                        }
                    })
                    .doesNotThrowAnyException();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> scorer.score(words, BODY, words.text().length(), "en"));
        }
    }

    @Test
    void survivesAnyTextAndSpan() {
        var withNet = new TrainedScorer(new SentimentModel(
                List.of("en"), classes, new byte[2 << Features.TABLE_BITS], 1, 0, 0, TargetNetTest.random(7)));
        var random = new Random(11);
        var parts = List.of(
                "good",
                "bad",
                "not",
                " ",
                " ",
                " ",
                "\"",
                "\u201C",
                "\u201D",
                ".",
                ",",
                "\n",
                "Berlin",
                "\u041C\u043E\u0441\u043A\u0432\u0430",
                "\u0643\u064A\u064A\u0641",
                "\uD83D\uDE00",
                "\uD83D",
                "\u0000",
                "'s",
                "1,000",
                "twenty",
                "-",
                "\u5317\u4EAC",
                "(",
                ")",
                "\u200B",
                "\u0301");
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            var words = Words.of(text.toString(), "en");
            var start = random.nextInt(text.length() + 8) - 2;
            var end = start + random.nextInt(12) - 1;
            assertThatCode(() -> check(words, scorer.score(words, start, end, "en")))
                    .as("%s %d %d", text, start, end)
                    .doesNotThrowAnyException();
            assertThatCode(() -> check(words, withNet.score(words, start, end, "en")))
                    .as("%s %d %d", text, start, end)
                    .doesNotThrowAnyException();
            for (int s = 0; s < words.sentences(); s++) {
                assertThat(scorer.tone(words, s)).isBetween(-1000, 1000);
            }
        }
    }

    private static void check(Words words, Sentiment sentiment) {
        assertThat(sentiment.label()).isEqualTo(Label.of(sentiment.thousandths()));
        for (var cause : sentiment.causes()) {
            assertThat(cause.start()).isBetween(0, words.text().length());
            assertThat(cause.end()).isBetween(cause.start() + 1, words.text().length());
        }
    }

    @Test
    void whatANetSaysIsAddedWhereThereIsATarget() {
        var rows = new byte[(TargetNet.UNKNOWN + 1) * TargetNet.DEPTH];
        var parts = new TargetNet.Parts(
                new int[0],
                new Grains(rows, 1),
                new Grains(new byte[TargetNet.REACH * TargetNet.DEPTH * TargetNet.FILTERS], 1),
                new Grains(new byte[TargetNet.FILTERS], 1),
                new Grains(new byte[TargetNet.SIDES * TargetNet.POOLED], 1),
                new Grains(new byte[] {0, 5}, 1));
        var model = new SentimentModel(
                List.of("en"), classes, new byte[2 << Features.TABLE_BITS], 1, 0, 0, new TargetNet(parts));
        var words = Words.of("London reached Berlin", "en");
        assertThat(new TrainedScorer(model).score(words, 17, 23, "en").label()).isEqualTo(Label.POSITIVE);
        assertThat(new TrainedScorer(model).tone(words, 0)).isZero();
    }

    @Test
    void theSameTextGivesTheSameScoreFromManyThreads() {
        var words = Words.of("London blamed Berlin", "en");
        var alone = scorer.score(words, 16, 22, "en");
        var scores = new ArrayList<Integer>();
        IntStream.range(0, 1_000)
                .parallel()
                .map(i -> scorer.score(words, 16, 22, "en").thousandths())
                .boxed()
                .distinct()
                .forEachOrdered(scores::add);
        assertThat(scores).containsExactly(alone.thousandths());
    }
}
