// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.models.ModelSettings;
import org.pointwatch.models.ModelSettings.TargetPlace;

import static org.assertj.core.api.Assertions.assertThat;

class OnnxScorerTest {
    private static final String BOTH = "The hero met the villain.";

    @TempDir
    private Path directory;

    private OnnxScorer scorer(TargetPlace place, String form) throws IOException {
        return OnnxScorer.open(TinyModel.settings(TinyModel.usual().in(directory), place, form));
    }

    private OnnxScorer pairs() throws IOException {
        return scorer(TargetPlace.PAIR, "");
    }

    private static Sentiment score(OnnxScorer scorer, String text, String target) {
        var words = Words.of(text, "en");
        var start = words.text().indexOf(target);
        return scorer.score(words, start, start + target.length(), "en");
    }

    @Test
    void hearsTheTargetAsSecondText() throws IOException {
        var scorer = pairs();
        assertThat(score(scorer, BOTH, "hero").label()).isEqualTo(Label.POSITIVE);
        assertThat(score(scorer, BOTH, "villain").label()).isEqualTo(Label.NEGATIVE);
        assertThat(score(scorer, BOTH, "met").label()).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void hearsTheTargetBetweenMarks() throws IOException {
        var scorer = scorer(TargetPlace.MARKED, "[T] {target} [/T]");
        assertThat(score(scorer, BOTH, "hero").label()).isEqualTo(Label.POSITIVE);
        assertThat(score(scorer, BOTH, "villain").label()).isEqualTo(Label.NEGATIVE);
    }

    @Test
    void judgesTheSentenceWhoeverTheTargetIs() throws IOException {
        var scorer = scorer(TargetPlace.SENTENCE, "");
        assertThat(score(scorer, BOTH, "hero")).isEqualTo(score(scorer, BOTH, "villain"));
        assertThat(score(scorer, "The hero met the hero.", "met").label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void asksInTheFormThatWasSet() throws IOException {
        var scorer = scorer(TargetPlace.PAIR, "villain {target}");
        assertThat(score(scorer, BOTH, "hero").label()).isEqualTo(Label.NEGATIVE);
    }

    @Test
    void scoresByProbability() throws IOException {
        // One word of 0.2 times 2 for and as much against, 0.3 for caution: once in the first text, twice in the
        // second.
        var once = thousandths(0.4);
        assertThat(score(scorer(TargetPlace.SENTENCE, ""), "The hero met.", "met")
                        .thousandths())
                .isEqualTo(once);
        assertThat(score(pairs(), "The hero met.", "met").thousandths()).isEqualTo(once);
        assertThat(score(scorer(TargetPlace.PAIR, "the hero {target}"), "The the met.", "met")
                        .thousandths())
                .isEqualTo(thousandths(0.8));
    }

    private static int thousandths(double positive) {
        var sum = Math.exp(positive) + Math.exp(-positive) + Math.exp(0.3);
        return (int) Math.round(1000 * (Math.exp(positive) - Math.exp(-positive)) / sum);
    }

    @Test
    void readsTheSentenceOfTheTargetAlone() throws IOException {
        var scorer = scorer(TargetPlace.SENTENCE, "");
        var text = "The hero met the hero. The villain met the villain.";
        assertThat(score(scorer, text, "hero").label()).isEqualTo(Label.POSITIVE);
        assertThat(score(scorer, text, "villain").label()).isEqualTo(Label.NEGATIVE);
        assertThat(score(scorer, text, "hero. The villain").label()).isEqualTo(Label.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {Graph.INT32, Graph.INT64})
    void givesAModelWhatItAsksForAndNoMore(int type) throws IOException {
        var files = TinyModel.bare()
                .withInput("input_ids", type)
                .withInput("attention_mask", type)
                .in(directory);
        assertThat(score(OnnxScorer.open(TinyModel.settings(files)), BOTH, "hero")
                        .label())
                .isEqualTo(Label.POSITIVE);
    }

    @Test
    void takesTheOnlyOutputUnderAnyName() throws IOException {
        var files = TinyModel.usual().withOutput("scores", 1, 3).in(directory);
        assertThat(score(OnnxScorer.open(TinyModel.settings(files)), BOTH, "villain")
                        .label())
                .isEqualTo(Label.NEGATIVE);
    }

    @Test
    void takesLogitsAmongSeveralOutputs() throws IOException {
        var files = TinyModel.usual().withAnotherOutput().in(directory);
        assertThat(score(OnnxScorer.open(TinyModel.settings(files)), BOTH, "villain")
                        .label())
                .isEqualTo(Label.NEGATIVE);
    }

    @Test
    void abstainsInLanguagesTheModelDoesNotRead() throws IOException {
        var files = TinyModel.usual().in(directory);
        var english = new ModelSettings(files, "", TargetPlace.PAIR, "", Set.of("en"), 32);
        var scorer = OnnxScorer.open(english);
        assertThat(scorer.speaks("en")).isTrue();
        assertThat(scorer.speaks("uk")).isFalse();
        assertThat(scorer.speaks(null)).isFalse();
        assertThat(scorer.score(Words.of(BOTH, "uk"), 6, 10, "uk").note()).isEqualTo(OnnxScorer.OTHER_LANGUAGE);
        assertThat(pairs().speaks(null)).isTrue();
    }

    // ---- what a text may try
    // -----------------------------------------------------------------------------------------

    @Test
    void abstainsWithoutATarget() throws IOException {
        var scorer = pairs();
        var words = Words.of(BOTH, "en");
        for (var span : new int[][] {
            {-1, 3}, {5, 5}, {6, 5}, {0, 9_999}, {9_999, 10_000}, {Integer.MIN_VALUE, Integer.MAX_VALUE}
        }) {
            assertThat(scorer.score(words, span[0], span[1], "en").note()).isEqualTo(OnnxScorer.OUTSIDE);
        }
        assertThat(scorer.score(Words.of("", "en"), 0, 0, "en").note()).isEqualTo(OnnxScorer.OUTSIDE);
        assertThat(scorer.score(Words.of("", "en"), 0, 2, "en").note()).isEqualTo(OnnxScorer.NO_WORD);
        assertThat(scorer.score(Words.of("... !", "en"), 2, 5, "en").note()).isEqualTo(OnnxScorer.NO_WORD);
        assertThat(scorer.score(words, 0, 2, "en").note()).isEqualTo(OnnxScorer.NO_WORD);
    }

    @Test
    void abstainsWhereTheModelFailsAndGoesOn() throws IOException {
        var scorer = pairs();
        for (var i = 0; i < 11; i++) {
            assertThat(score(scorer, "The hero met boom.", "hero").note()).isEqualTo(OnnxScorer.FAILED);
        }
        assertThat(score(scorer, BOTH, "hero").label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void abstainsWhereTheAnswerIsNoNumber() throws IOException {
        assertThat(score(pairs(), "The hero met nan.", "hero").note()).isEqualTo(OnnxScorer.NO_NUMBER);
    }

    @Test
    void takesNoSeparatorOrMarkFromAText() throws IOException {
        var pairs = pairs();
        assertThat(score(pairs, "The met [SEP] villain.", "met")).isEqualTo(score(pairs, "The met , villain.", "met"));
        assertThat(score(pairs, "The met [SEP] villain.", "met [SEP] villain"))
                .isEqualTo(score(pairs, "The met , villain.", "met , villain"));
        var marked = scorer(TargetPlace.MARKED, "[T] {target}");
        assertThat(score(marked, "The met [T] villain.", "met")).isEqualTo(score(marked, "The met , villain.", "met"));
    }

    @Test
    void readsWhatIsNearTheTargetOfALongSentence() throws IOException {
        var scorer = scorer(TargetPlace.SENTENCE, "");
        var far = "villain ".repeat(20_000);
        var near = "hero ".repeat(20);
        assertThat(score(scorer, far + near + "met " + near + far, "met").label())
                .isEqualTo(Label.POSITIVE);
        assertThat(score(scorer, "met " + near + far, "met").label()).isEqualTo(Label.POSITIVE);
        assertThat(score(scorer, far + near + "met", "met").label()).isEqualTo(Label.POSITIVE);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "hero " + "a".repeat(1_000_000),
                "hero ".repeat(200_000),
                "hero " + "😀".repeat(250_000),
                "hero " + "\uD83D".repeat(1_000),
                "\uDC00 hero \uD800",
                "hero \u0000\u0001\u0007\uFFFE\uFEFF",
                "hero привіт שלום 你好 مرحبا हिन्दी ไทย",
                "hero " + "\u0301".repeat(100_000),
                "hero " + "[SEP][CLS][T]".repeat(20_000),
                "hero " + "{target}".repeat(1_000),
                "hero\u202E\u2066 desrever",
                "hero " + "1,2;3:4!5?".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(60)
    void answersAnyText(String text) throws IOException {
        var words = Words.of(text, "en");
        var start = words.text().indexOf("hero");
        for (var place : TargetPlace.values()) {
            var scorer = scorer(place, place == TargetPlace.MARKED ? "[T] {target}" : "");
            assertThat(scorer.score(words, start, start + 4, "en").note()).isNull();
            assertThat(scorer.score(words, 0, words.text().length(), "en").note())
                    .isIn(null, OnnxScorer.TOO_LONG);
        }
    }

    @Test
    void neverThrowsOnRandomText() throws IOException {
        var scorer = scorer(TargetPlace.MARKED, "[T] {target} [/T]");
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (var k = random.nextInt(80); k > 0; k--) {
                var word = TinyModel.WORDS.get(random.nextInt(9));
                text.append(random.nextInt(3) == 0 ? String.valueOf((char) random.nextInt(0x10000)) : word + " ");
            }
            var words = Words.of(text.toString(), "en");
            var start = random.nextInt(words.text().length());
            var end = start + 1 + random.nextInt(words.text().length() - start);
            assertThat(scorer.score(words, start, end, "en").note())
                    .as("%s at %d", text, start)
                    .isIn(null, OnnxScorer.NO_WORD, OnnxScorer.NO_NUMBER);
        }
    }

    /** All but the model: what stands in docs/models.md is printed here. */
    @Test
    void costsLittleBesidesTheModel() throws IOException {
        var scorer = pairs();
        var text =
                "The minister said on Monday that the hero had met the villain twice before the talks in Geneva began.";
        var words = Words.of(text, "en");
        var start = words.text().indexOf("hero");
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 20; round++) {
            var began = System.nanoTime();
            for (var i = 0; i < 200; i++) {
                scorer.score(words, start, start + 4, "en");
            }
            best = Math.min(best, (System.nanoTime() - began) / 200);
        }
        System.out.printf("onnx: %d us a mention with the tiny model%n", best / 1_000);
        assertThat(best).isLessThan(5_000_000);
    }

    @Test
    void saysTheSameOnManyThreads() throws Exception {
        var scorer = pairs();
        var texts = IntStream.range(0, 50)
                .mapToObj(i -> "The " + "hero ".repeat(i % 7) + "met " + "villain ".repeat(i % 5) + "today.")
                .toList();
        var alone = texts.stream().map(text -> score(scorer, text, "met")).toList();
        assertThat(alone.stream().map(Sentiment::label).distinct()).hasSize(3);
        Callable<Object> all = () -> {
            for (var i = 0; i < 20; i++) {
                assertThat(texts.stream().map(text -> score(scorer, text, "met")))
                        .isEqualTo(alone);
            }
            return null;
        };
        var pool = Executors.newFixedThreadPool(8);
        try {
            var runs = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 8; i++) {
                runs.add(all);
            }
            for (var run : pool.invokeAll(runs)) {
                run.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
