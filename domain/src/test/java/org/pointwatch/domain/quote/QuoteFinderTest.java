// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.QuarrelDossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class QuoteFinderTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ArticleReader reader = ArticleReader.of(QuarrelDossier.dossier());

    private List<Quote> quotes(String text, String language) {
        return reader.read(new ArticleText("", text, language, null, null, null))
                .quotes();
    }

    private List<String> told(String text) {
        return quotes(text, "en").stream()
                .map(q -> q.speaker() + "|" + q.name() + "|" + q.text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            textBlock =
                    """
            "We will sign it tomorrow," Smith said. # smith|Smith|We will sign it tomorrow
            Smith said: "We will sign it tomorrow." # smith|Smith|We will sign it tomorrow.
            “We will sign it tomorrow,” said Ann Smith in Norburg. # smith|Ann Smith|We will sign it tomorrow
            Smith said that the text was ready. # smith|Smith|the text was ready
            Smith said on Monday the text was ready. # smith|Smith|the text was ready
            Smith told reporters that the text was ready. # smith|Smith|the text was ready
            The text is ready at last, Smith told reporters. # smith|Smith|The text is ready at last
            According to Smith, the text is ready. # smith|Smith|the text is ready
            The text is nearly ready, according to Ann Smith. # smith|Ann Smith|The text is nearly ready
            Smith, who led the talks, said the text was ready. # smith|Smith|the text was ready
            Norlandic officials said the text was ready. # norland|Norlandic officials|the text was ready
            "We have not seen a text," opposition leader Carla Moss said. # null|Carla Moss|We have not seen a text
            Smith rejected the cap, saying it was far too low. # smith|Smith|it was far too low
            "No," Smith said. # smith|Smith|No
            'We will sign it tomorrow,' Smith said. # smith|Smith|We will sign it tomorrow
            Smith said it was "far too low" for the army. # smith|Smith|it was "far too low" for the army
            """)
    void tellsWhoSaysWhat(String text, String expected) {
        assertThat(told(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The so-called \"peace plan\" was leaked.",
                "Smith called it a \"wish list\" and left.",
                "The paper, titled \"Ten steps to a peace\", is out.",
                "The plan says that the army must shrink.",
                "Smith is said to be content with it.",
                "Smith asked her staff to read the draft.",
                "A 12\" record and a 7\" record were sold.",
                "\"",
                "Read more: \"We will sign it,\" Smith said."
            })
    void takesNothingElseForAQuote(String text) {
        assertThat(told(text)).isEmpty();
    }

    @Test
    void goesOnWithTheSpeakerOfAnInterruptedQuotation() {
        assertThat(told("\"If they wish,\" Smith said, \"they can read it in full.\" It rained."))
                .containsExactly("smith|Smith|If they wish", "smith|Smith|they can read it in full.");
        assertThat(told("\"We had a good day,\" Smith said. \"It goes on tomorrow.\""))
                .containsExactly("smith|Smith|We had a good day", "smith|Smith|It goes on tomorrow.");
    }

    @Test
    void givesAllParagraphsOfAQuotationToTheSpeakerNamedLast() {
        assertThat(told("\"We had a good day.\n\"It goes on tomorrow,\" Smith said."))
                .containsExactly("smith|Smith|We had a good day.", "smith|Smith|It goes on tomorrow");
    }

    @Test
    void aPronounStandsForWhoSpokeLastUnlessAnotherWasNamed() {
        assertThat(told("Smith came first. \"We had a good day,\" she said."))
                .containsExactly("smith|null|We had a good day");
        assertThat(told("Brown met Carla Moss. \"We had a good day,\" she said."))
                .containsExactly("null|null|We had a good day");
        assertThat(told("\"We had a good day,\" they said.")).containsExactly("null|null|We had a good day");
    }

    @Test
    void offsetsCountFromTheTitleOn() {
        var read = reader.read(
                new ArticleText("A day in Norburg", "\"We had a good day,\" Smith said.", "en", null, null, null));
        assertThat(read.quotes()).hasSize(1);
        assertThat(read.quotes().get(0).start()).isEqualTo("A day in Norburg".length() + 3);
    }

    @Test
    void namesThePointsThatTheWordsAreAbout() {
        assertThat(quotes("Smith said that the cap on the army was wrong. The fund is another matter.", "en"))
                .extracting(Quote::points)
                .containsExactly(List.of("army"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            textBlock =
                    """
            de # „Wir unterschreiben das morgen“, sagte Ann Smith. # Wir unterschreiben das morgen
            de # Smith sagte, dass der Text fertig sei. # der Text fertig sei
            uk # «Ми підпишемо це завтра», – сказав Bob Brown. # Ми підпишемо це завтра
            uk # Brown заявив, що текст уже готовий. # текст уже готовий
            """)
    void readsOtherLanguages(String language, String text, String expected) {
        assertThat(quotes(text, language))
                .extracting(Quote::text, q -> q.speaker() != null)
                .containsExactly(tuple(expected, true));
    }

    @Test
    void anAttributionBetweenDashesPartsAQuotation() {
        assertThat(quotes("«Ми підпишемо це завтра, – сказав Brown. – Інакше буде пізно».", "uk"))
                .extracting(Quote::text, Quote::speaker)
                .containsExactly(tuple("Ми підпишемо це завтра", "brown"), tuple("Інакше буде пізно", "brown"));
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "\"",
                        "\" ",
                        "\u201C",
                        "\u201Ea\u201C ",
                        "\u00AB",
                        "\u00ABa ",
                        "'a' ",
                        "\"a\" said ",
                        "\"We had a good day,\" he said. ",
                        "said that ",
                        "Smith said that he said ",
                        "according to ",
                        "he said, ",
                        "\"a\n",
                        "and said adding that ",
                        "Smith, ")
                .map(piece -> piece.repeat(1_000_000 / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextTakesLong(String text) {
        assertTimeoutPreemptively(LIMIT, () -> quotes(text, "en"));
    }

    @Test
    void quotesNeverOverlapAndAreWordsOfTheText() {
        var random = new Random(11);
        var pieces = List.of(
                "Smith",
                "said",
                "that",
                "\"",
                "\u201C",
                "\u201D",
                "\u00AB",
                "\u00BB",
                ",",
                ".",
                "he",
                "she",
                "adding",
                "the army",
                "\n",
                "according to",
                "and",
                "Norland",
                "told",
                "'",
                "\u2013",
                "is",
                ":",
                "Monday");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            var language = random.nextInt(3) == 0 ? "uk" : "en";
            var free = 0;
            for (var quote : quotes(text.toString(), language)) {
                assertThat(quote.start()).as(text.toString()).isGreaterThanOrEqualTo(free);
                assertThat(("\n\n" + text).substring(quote.start(), quote.end()))
                        .isEqualTo(quote.text());
                free = quote.end();
            }
        }
    }
}
