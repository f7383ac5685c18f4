// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class TokenizerTest {
    private static Tokens read(String title, String text) {
        return read(title, text, Traits.ENGLISH);
    }

    private static Tokens read(String title, String text, Traits traits) {
        return Tokenizer.read(title, text, new Lexicon(new Vocabulary(), new Naming.Alias[0][], "en"), traits);
    }

    private static List<String> words(String text) {
        var tokens = read("", text);
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.count; i++) {
            words.add(tokens.text.substring(tokens.start[i], tokens.end[i]));
        }
        return words;
    }

    private static List<String> sentences(String text) {
        var tokens = read("", text);
        var sentences = new ArrayList<String>();
        for (int i = 0; i < tokens.sentenceCount; i++) {
            sentences.add(tokens.sentence(i).text());
        }
        return sentences;
    }

    @Test
    void cutsAtHyphensAndDropsThePossessive() {
        assertThat(words("Russia's 28-point, non-aggression delegates\u2019 plan"))
                .containsExactly("Russia", "28", "point", "non", "aggression", "delegates", "plan");
    }

    @Test
    void keepsDottedAbbreviationsTogether() {
        assertThat(words("the U.S. and the U.K., U.S.-drafted"))
                .containsExactly("the", "U.S.", "and", "the", "U.K.", "U.S.", "drafted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "600,000 men|600000",
                "600 000 men|600000",
                "600\u00A0000 men|600000",
                "600000 men|600000",
                "1,200,000|1200000",
                "600k|600000",
                "$100bn|100000000000",
                "2.5|2.5"
            })
    void readsNumbersAsNewsWriteThem(String text, double value) {
        var tokens = read("", text);
        assertThat(tokens.form[0].number).isEqualTo(value);
    }

    @Test
    void doesNotJoinAYearAndANumber() {
        assertThat(words("in 2025 600 troops")).containsExactly("in", "2025", "600", "troops");
    }

    @Test
    void splitsSentencesButNotAtAbbreviations() {
        assertThat(
                        sentences(
                                "On Nov. 23 Mr. Smith met Gen. J. Doe of the U.S. Army. He left. \"Why?\" she asked. \"So.\" The end"))
                .containsExactly(
                        "On Nov. 23 Mr. Smith met Gen. J. Doe of the U.S. Army.",
                        "He left.",
                        "\"Why?\" she asked.",
                        "\"So.\"",
                        "The end");
    }

    @Test
    void endsASentenceAfterAnAbbreviationBeforeAnOpeningWord() {
        assertThat(sentences("He flew to the U.S. The talks went on.")).hasSize(2);
        assertThat(sentences("He met U.S. President Jones.")).hasSize(1);
    }

    @Test
    void takesNewlinesAsHardBreaks() {
        assertThat(sentences("A heading without a stop\nThe text"))
                .containsExactly("A heading without a stop", "The text");
    }

    @Test
    void countsOffsetsFromTheTitle() {
        var tokens = read("A title", "Body.");
        assertThat(tokens.sentence(0)).isEqualTo(new Sentence(0, 7, true, "A title"));
        assertThat(tokens.sentence(1)).isEqualTo(new Sentence(9, 14, false, "Body."));
        assertThat(read("", "Body.").sentence(0).start()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "...", "'", "’s", "U.", "1,", "(((", "\uD83D\uDE00", "\u0301\u0301"})
    void readsAnything(String text) {
        assertThat(read(text, text).count).isNotNegative();
    }

    @Test
    void readsNoise() {
        var random = new Random(7);
        var alphabet = "aU.s'’ \n1,0(“”-–?!é\u0301\uD83D\uDE00";
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var tokens = read("", text.toString());
            assertThat(tokens.sentenceFrom[tokens.sentenceCount]).isEqualTo(tokens.count);
            for (int i = 0; i < tokens.count; i++) {
                assertThat(tokens.end[i]).isGreaterThan(tokens.start[i]);
            }
        }
    }

    @Test
    void cutsEndlessSentences() {
        assertThat(read("", "word ".repeat(1_000)).sentenceCount).isEqualTo(4);
    }
}
