// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class WordsTest {
    private static final int MOST = 1_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"Yes\", he said | \u201cYes\u201d, he said",
                "\"Yes\", he said | \u00abYes\u00bb, he said",
                "the army - all of it | the army \u2014 all of it",
                "a long-range missile | a long\u2011range missile",
                "don't go | don\u2019t go",
                "ten men | ten\u00a0men",
                "ten men | ten \t men",
                "1,000 men | 1.000 men",
                "1,000 men | 1000 men",
                "1,000 men | 1\u202f000 men",
                "1,000 men | 1\u00a0000 men",
                "1'000 men | 1\u2019000 men",
                "differences | differ\u00adences",
                "parliament | parlia\u200bment",
                "parliament | \ufeffparliament",
                "the first office | the \ufb01rst o\ufb03ce",
                "NATO 32 | \uff2e\uff21\uff34\uff2f \uff13\uff12",
                "r\u00e9sum\u00e9 | re\u0301sume\u0301",
                "r\u00e9sum\u00e9 | RESUME",
                "in 2025 | in \u0662\u0660\u0662\u0665",
                "in 2025 | in \u0968\u0966\u0968\u096b",
                "\u0407\u0436\u0430\u043a | \u0456\u0308\u0436\u0430\u043a",
                "\u043c'\u044f\u043a\u0438\u0439 | \u043c\u2019\u044f\u043a\u0438\u0439",
                "\u043c'\u044f\u043a\u0438\u0439 | \u043c\u02bc\u044f\u043a\u0438\u0439",
                "\u03a3\u03a4\u039f\u03a5\u03a3 \u0391\u0398\u0397\u039d\u0391 | \u03c3\u03c4\u03bf\u03c5\u03c2 \u0391\u03b8\u03ae\u03bd\u03b1",
                "F\u00dcR M\u00c4NNER | f\u00fcr ma\u0308nner",
                "\ud55c\uad6d | \u1112\u1161\u11ab\u1100\u116e\u11a8",
            })
    void takeTypographyForNothing(String one, String other) {
        assertThat(hashes(other)).isEqualTo(hashes(one)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"one two,2", "1000 men,2", "'',0", "word,1", "... !!! ???,0", "a\ud83d\ude00b \ud83d,2", "\udc00,0"})
    void areCounted(String text, int count) {
        assertThat(hashes(text)).hasSize(count);
    }

    @Test
    void standForThemselvesWhereNoSpacePartsThem() {
        assertThat(hashes("\u6cfd\u8fde\u65af\u57fa\u8bf4\u3002")).hasSize(5);
        assertThat(hashes("\u0e01\u0e32\u0e23")).as("Thai").hasSize(3);
        assertThat(hashes("NATO\u8bf4 2025\u5e74")).hasSize(4);
        assertThat(hashes("\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633"))
                .as("Arabic")
                .hasSize(2);
        assertThat(hashes("\u0642\u064e\u0627\u0644\u064e"))
                .as("Arabic with vowel signs")
                .isEqualTo(hashes("\u0642\u0627\u0644"));
    }

    @Test
    void tellNumbersNamesAndBeginnings() {
        var words = Words.of("He met 12 envoys. Then Rubio left", MOST);
        assertThat(which(words, Words.NUMBER)).containsExactly(2);
        assertThat(which(words, Words.CAPITAL)).containsExactly(0, 4, 5);
        assertThat(which(words, Words.FIRST)).containsExactly(0, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said \"we will go\" and left the room",
                "He said \u201cwe will go\u201d and left the room",
                "He said \u201ewe will go\u201c and left the room",
                "He said \u00abwe will go\u00bb and left the room",
                "He said \u00ab we will go \u00bb and left the room",
                "He said \u00ab\u00a0we will go\u00a0\u00bb and left the room",
                "He said \u00bbwe will go\u00ab and left the room",
                "He said (\u201cwe will go\u201d) and left the room",
            })
    void tellWhatIsQuoted(String text) {
        assertThat(which(Words.of(text, MOST), Words.QUOTED)).containsExactly(2, 3, 4);
    }

    @Test
    void endAnOpenQuotationWithTheLine() {
        var words = Words.of("He said \"we will go.\nThen he left the room.", MOST);
        assertThat(which(words, Words.QUOTED)).containsExactly(2, 3, 4);
    }

    @Test
    void leaveOutMenusCaptionsAndRepeatedLines() {
        var prose =
                "The envoys met for a third day and agreed on little.\nA fourth day was added at the last minute.\n";
        var page = "Home | World | Politics | Business | Sport\nShare this\n"
                + "The envoys met for a third day and agreed on little.\nAdvertisement\n"
                + "The envoys met for a third day and agreed on little.\n"
                + "A fourth day was added at the last minute.\nRead more\n";
        assertThat(hashes(page)).isEqualTo(hashes(prose));
    }

    @Test
    void keepHardWrappedProse() {
        var text =
                "The envoys met for a third day and agreed on little, officials said, and a fourth day was added at the last minute.";
        assertThat(hashes(text.replaceAll("(\\w+ \\w+ \\w+ \\w+ \\w+ \\w+) ", "$1\n")))
                .isEqualTo(hashes(text));
    }

    @Test
    void keepPoemsAndWhateverIsMostlyShortLines() {
        var poem = "Snow on the river\nand no boat\nThe ferryman\nsleeps in his coat\n";
        assertThat(hashes(poem)).hasSize(13);
    }

    @Test
    void areReadUpToABound() {
        var spaced = "x y ".repeat(1_250_000);
        assertThat(hashes(spaced, Sketcher.MOST_WORDS)).hasSize(Sketcher.MOST_WORDS);
        assertThat(hashes("x".repeat(5_000_000), Sketcher.MOST_WORDS)).hasSize(1);
        assertThat(hashes("\u8bf4".repeat(100_000), Sketcher.MOST_WORDS)).hasSize(Sketcher.MOST_WORDS);
        assertThat(hashes("a\u8bf4", 1)).as("a word and a sign at the bound").hasSize(1);
        assertThat(hashes("word word\n".repeat(500_000), Sketcher.MOST_WORDS))
                .as("repeated lines, mostly")
                .hasSize(Sketcher.MOST_WORDS);
        assertThat(hashes("\n \n".repeat(1_700_000), Sketcher.MOST_WORDS)).isEmpty();
    }

    private static List<Long> hashes(String text) {
        return hashes(text, MOST);
    }

    private static List<Long> hashes(String text, int most) {
        var words = Words.of(text, most);
        return IntStream.range(0, words.count()).mapToObj(words::hash).collect(Collectors.toList());
    }

    private static List<Integer> which(Words words, int flag) {
        return IntStream.range(0, words.count())
                .filter(i -> words.is(i, flag))
                .boxed()
                .toList();
    }
}
