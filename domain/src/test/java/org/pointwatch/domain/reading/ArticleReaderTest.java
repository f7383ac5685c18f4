// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.deadline.DateMention;
import org.pointwatch.domain.deadline.DeadlineFinder;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.tagging.TagResult;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Deadlines as they come out of a whole article. Friday is 21 November 2025. */
final class ArticleReaderTest {
    private static final Instant FRIDAY = Instant.parse("2025-11-21T15:00:00Z");
    private static final ArticleReader READER = ArticleReader.of(Quarrel.dossier());

    private static Reading read(String text, @Nullable Instant at, @Nullable String outlet) {
        return READER.read(new ArticleText("Norland and Sudland", text, "en", at, outlet, null));
    }

    private static Reading read(String text) {
        return read(text, FRIDAY, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Smith gave Jones until Thursday to accept the plan.                     | until Thursday    | 2025-11-27 | set      | smith   | sudland
            Sudland has until Thursday to answer.                                   | until Thursday    | 2025-11-27 | set      |         | sudland
            Sudland must sign by Thursday.                                          | by Thursday       | 2025-11-27 | set      |         | sudland
            Sudland was given until Thursday to accept.                             | until Thursday    | 2025-11-27 | set      |         | sudland
            Smith wants an answer from Sudland by Thursday.                         | by Thursday       | 2025-11-27 | set      | smith   | sudland
            Smith sets Thursday deadline for Sudland.                               | Thursday deadline | 2025-11-27 | set      | smith   | sudland
            Smith reiterated that Sudland has until Thursday to sign.               | until Thursday    | 2025-11-27 | repeated |         | sudland
            Norland criticised the Thursday deadline.                               | Thursday deadline | 2025-11-27 | repeated |         |
            Smith said the Thursday deadline could be extended.                     | Thursday deadline | 2025-11-27 | softened |         |
            Norland dropped its Thursday deadline for Sudland.                      | Thursday deadline | 2025-11-27 | denied   |         | sudland
            Sudland must answer by herring day.                                     | by herring day    | 2025-11-27 | set      |         | sudland
            Smith has insisted it is not his final offer and has given Sudland until Thursday to respond. | until Thursday | 2025-11-27 | repeated | smith | sudland
            The text that Sudland is to sign by Thursday is not his final offer, Smith said. | by Thursday | 2025-11-27 | softened | | sudland
            """)
    void aDeadlineIsFoundWithItsDayAndParties(
            String text, String phrase, String due, String status, @Nullable String setBy, @Nullable String bound) {
        var found = read(text).deadlines();
        assertThat(found).hasSize(1);
        var one = found.get(0);
        assertThat(one.phrase()).isEqualTo(phrase);
        assertThat(one.due()).isEqualTo(due);
        assertThat(one.status()).isEqualTo(status);
        assertThat(one.setBy()).isEqualTo(setBy);
        assertThat(one.bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norland said on Friday that it was pleased.",
                "Sudland talked with its neighbours until Thursday.",
                "The regatta club gave its members until Thursday to answer.",
                "Smith had signed the letter by Thursday evening last week.",
                "The postal workers set a Thursday deadline for a new offer."
            })
    void otherDatesAreNoDeadlines(String text) {
        assertThat(read(text).deadlines()).isEmpty();
        assertThat(read(text).dates()).isEmpty();
    }

    @Test
    void theDayOfADeadlineThatIsOverIsTheLastOne() {
        var found = read("The deadline for Sudland expired on Thursday.").deadlines();
        assertThat(found)
                .extracting(DeadlineMention::due, DeadlineMention::status)
                .containsExactly(tuple("2025-11-20", "passed"));
    }

    @Test
    void aDeadlineIsDeniedWithoutADay() {
        assertThat(read("'The deadline for me is when it's over,' Smith told Sudland.")
                        .deadlines())
                .extracting(DeadlineMention::phrase, DeadlineMention::due, DeadlineMention::status)
                .containsExactly(tuple("The deadline for me is when it's over", null, "denied"));
        assertThat(read("There is no longer a deadline for Sudland.").deadlines())
                .extracting(DeadlineMention::phrase, DeadlineMention::due, DeadlineMention::status)
                .containsExactly(tuple("no longer a deadline", null, "denied"));
    }

    private static Tuple tuple(@Nullable Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void aListOfDaysIsOneSoftDeadline() {
        var found = read("Smith hopes for an agreement soon, whether on Thursday, another day, or early next week.");
        assertThat(found.deadlines()).hasSize(1);
        var one = found.deadlines().get(0);
        assertThat(one.phrase()).endsWith("Thursday, another day, or early next week");
        assertThat(one.due()).isEqualTo("2025-11-27");
        assertThat(one.alternatives()).containsExactly("2025-11-24");
        assertThat(one.status()).isEqualTo("softened");
    }

    @Test
    void termsAndEventsAreNoDeadlines() {
        var read = read("Under the plan Sudland would hold elections within 100 days. "
                + "Smith and Jones will meet at the harbour on Tuesday.");
        assertThat(read.deadlines()).isEmpty();
        assertThat(read.dates())
                .extracting(DateMention::phrase, DateMention::kind, DateMention::to)
                .containsExactly(
                        tuple("within 100 days", "term", "2026-03-01"), tuple("Tuesday", "event", "2025-11-25"));
    }

    @Test
    void theSentenceIsAmongThoseOfTheFinding() {
        var text =
                "Nobody moved.\nThe answer is due by Thursday.\nSudland said nothing. The harbour stays shut, Norland said.";
        var read = read(text);
        assertThat(read.deadlines()).hasSize(1);
        var sentences = read.tags().sentences();
        assertThat(sentences.get(read.deadlines().get(0).sentence()).text())
                .isEqualTo("The answer is due by Thursday.");
        read.tags().points().forEach(p -> p.evidence()
                .forEach(e -> assertThat(sentences.get(e.sentence()).text())
                        .isEqualTo("The harbour stays shut, Norland said.")));
        assertThat(sentences).isSortedAccordingTo((a, b) -> a.start() - b.start());
    }

    @Test
    void pointsOfTheSentenceAreWhatItIsAbout() {
        assertThat(read("Sudland must hand over the harbour keys by Thursday.").deadlines())
                .extracting(DeadlineMention::points)
                .containsExactly(List.of("harbour"));
    }

    @Test
    void withoutADateOnlyTheDayIsMissing() {
        var found = read("Sudland must sign by Thursday.", null, null).deadlines();
        assertThat(found)
                .extracting(DeadlineMention::due, DeadlineMention::status)
                .containsExactly(tuple(null, "set"));
    }

    @Test
    void case106_theOutletsZoneSaysWhichDayTomorrowIs() {
        var evening = Instant.parse("2025-11-21T20:00:00Z");
        var text = "Sudland must sign by tomorrow.";
        assertThat(read(text, evening, "west.example").deadlines())
                .extracting(DeadlineMention::due)
                .containsExactly("2025-11-22");
        assertThat(read(text, evening, "east.example").deadlines())
                .extracting(DeadlineMention::due)
                .containsExactly("2025-11-23");
    }

    @Test
    void anArticleAboutSomethingElseIsNotRead() {
        var read =
                READER.read(new ArticleText("Bread", "The baker must answer by Thursday.", "en", FRIDAY, null, null));
        assertThat(read.tags().outcome()).isEqualTo(TagResult.Outcome.OFF_TOPIC);
        assertThat(read.deadlines()).isEmpty();
    }

    @Test
    void case106_aTextOfCueWordsIsBounded() {
        var cues = "Sudland must sign the deadline by Thursday ultimatum no ".repeat(3_700);
        assertThat(cues.length()).isGreaterThan(200_000);
        var days = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "sign by Thursday")
                .collect(joining(" ", "Sudland must ", "."));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(read(cues).deadlines()).hasSizeLessThanOrEqualTo(DeadlineFinder.MOST);
            assertThat(read(days).deadlines()).isNotEmpty().hasSizeLessThanOrEqualTo(DeadlineFinder.MOST);
        });
    }
}
