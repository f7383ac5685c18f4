// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.figure;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.QuarrelDossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class FigureFinderTest {
    private final ArticleReader reader = ArticleReader.of(QuarrelDossier.dossier());

    private List<String> figures(String text) {
        return reader.read(new ArticleText("", text, "en", null, null, null)).figures().stream()
                .map(f -> f.point() + " " + f.value() + " " + f.unit() + " '" + f.text() + "' " + f.speaker())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            textBlock =
                    """
            The army keeps 600,000 troops. # army 600000.0 persons '600,000 troops' null
            The army keeps 0.6 million troops. # army 600000.0 persons '0.6 million troops' null
            The army keeps six hundred thousand troops. # army 600000.0 persons 'six hundred thousand troops' null
            The cap on the army is 600k. # army 600000.0 persons '600k' null
            The fund gets $100 billion. # fund 1.0E11 USD '$100 billion' null
            The fund gets €90bn a year. # fund 9.0E10 EUR '€90bn' null
            The fund gets 100 billion dollars. # fund 1.0E11 USD '100 billion dollars' null
            It takes 50 per cent of the profits. # fund 50.0 percent '50 per cent' null
            The fund takes half of the profits. # fund 50.0 percent 'half' null
            "The army needs 700,000 troops," Smith said. # army 700000.0 persons '700,000 troops' smith
            Smith said that the army needs 700,000 troops. # army 700000.0 persons '700,000 troops' smith
            """)
    void readsANumberWithItsUnit(String text, String expected) {
        assertThat(figures(text)).containsExactly(expected);
    }

    @Test
    void bothEndsOfARangeAreFigures() {
        assertThat(figures("An army of 600,000 to 800,000 troops."))
                .containsExactly("army 600000.0 persons '600,000' null", "army 800000.0 persons '800,000 troops' null");
    }

    @Test
    void aNumberThatNoRuleWatchesBelongsToThePointOfItsSentence() {
        assertThat(figures("The size of the army fell to 50,000 soldiers."))
                .containsExactly("army 50000.0 persons '50,000 soldiers' null");
        assertThat(figures("The ceiling on the army is a topic. There are 50,000 soldiers."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The army lost 400,000 troops, killed or wounded.",
                "In a poll 54 per cent said that the profits were too low.",
                "Some 54 per cent of voters want the profits.",
                "The cap on the army was discussed for 9 hours by 25 people.",
                "The army was founded in 1991.",
                "The 28-point plan names the fund.",
                "The fund is 999999999999999999999999999999 dollars."
            })
    void leavesOutWhatCountsSomethingElse(String text) {
        assertThat(figures(text)).isEmpty();
    }

    @Test
    void noTextTakesLong() {
        for (var piece : List.of(
                "600,000 ",
                "army 600,000 troops ",
                "50:50 ",
                "half of the fund ",
                "9".repeat(50) + " fund ",
                "$1bn fund. ")) {
            var text = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> figures(text));
        }
    }
}
