// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.Budget;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.dates.DateContext;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.dates.DateFinder;
import org.pointwatch.domain.deadline.DeadlineFinder;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.dedup.Sketch;
import org.pointwatch.domain.dedup.Sketcher;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.tagging.TagResult;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Cases 43, 55 and 106 of the catalogue of hostile inputs: what a text may say, whoever reads it. */
final class HostileNewsTest {
    private static final Instant FRIDAY = Instant.parse("2025-11-21T15:00:00Z");
    private static final String SHOUTED =
            "NORLAND SAID SUDLAND MUST SIGN BY FRIDAY. THE HARBOUR IS SHUT, SMITH INSISTED IN ISTANBUL; "
                    + "\u0130stanbul \u0131s \u0131ndifferent, die Stra\u00dfe, die STRASSE und \u1E9E, \u03a3\u03a3 \u03c3\u03c2.";

    private static List<DeadlineMention> deadlines(String text) {
        return deadlines(text, FRIDAY);
    }

    private static List<DeadlineMention> deadlines(String text, Instant at) {
        return Budget.held(() -> ArticleReader.of(Quarrel.dossier())
                .read(new ArticleText("Norland and Sudland", text, "en", at, null, null))
                .deadlines());
    }

    /** All that text is turned into: ids, sketch, tags, deadlines, dates, codes. */
    private record Read(
            String id,
            Sketch sketch,
            TagResult tags,
            List<DeadlineMention> deadlines,
            List<DateExpression> dates,
            List<@Nullable String> names) {

        static Read of(String text) {
            var read = ArticleReader.of(Quarrel.dossier())
                    .read(new ArticleText("NORLAND IN TIME", text, "en", FRIDAY, null, null));
            var context = DateContext.of(LocalDateTime.of(2025, 11, 21, 15, 0), "UTC");
            return new Read(
                    Ids.revision("NORLAND", "I\u0130\u0131i", text),
                    Sketcher.sketch("A FINE TITLE IN ISTANBUL \u0130\u0131", text),
                    read.tags(),
                    read.deadlines(),
                    DateFinder.of("en").find("UNTIL FRIDAY, 28 \u0130 APRIL; BY 3 JULY 2026", context),
                    List.of(
                            String.valueOf(Languages.code("IT")),
                            String.valueOf(Languages.code("ID-ID")),
                            Target.groupName("IWI \u0130\u0131")));
        }
    }

    private static <T> T speaking(String tag, Supplier<T> work) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "de-DE", "el-GR", "th-TH-u-nu-thai", "ar-EG-u-nu-arab"})
    void case43_theMachinesLanguageChangesNothing(String tag) {
        var expected = speaking("und", () -> Read.of(SHOUTED));
        assertThat(expected.deadlines()).as("found at all").isNotEmpty();
        assertThat(expected.tags().actors()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(speaking(tag, () -> Read.of(SHOUTED))).isEqualTo(expected);
    }

    /** The clock that is put forward skips the hour: it ends so much later; of an hour that comes twice it is the first. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-25T12:00:00Z, 03:30 Kyiv time on 29 March 2026, 2026-03-29T04:30+03:00",
        "2026-10-20T12:00:00Z, 03:30 Kyiv time on 25 October 2026, 2026-10-25T03:30+03:00"
    })
    void case55_anHourThatIsNotThereOrThereTwiceIsOneDeadline(Instant at, String hour, String due) {
        assertThat(deadlines("Sudland must sign by " + hour + ".", at))
                .extracting(DeadlineMention::due)
                .containsExactly(due);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "Sudland must sign by tomorrow.|2025-11-22",
                "Sudland must sign by 31 February.|none",
                "Sudland must sign by 31 February 2026.|none",
                "Sudland must sign by 29 February 2026.|none",
                "Sudland must sign by 1 January 3000.|none",
                "Sudland must sign by 1 January 99999.|none"
            })
    void case106_aDayThatCannotBeIsNoDeadline(String text, @Nullable String due) {
        var found = deadlines(text);
        assertThat(found).extracting(DeadlineMention::due).isEqualTo(due == null ? List.of() : List.of(due));
    }

    @Test
    void case106_fortyDatesInOneTextAreBounded() {
        var text = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "Sudland must sign by " + (i % 28 + 1) + (i < 20 ? " December 2025." : " January 2026."))
                .collect(joining(" "));
        var found = deadlines(text);
        assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(DeadlineFinder.MOST);
        assertThat(found).extracting(DeadlineMention::due).doesNotContainNull();
        assertThat(found).extracting(d -> Tuple.tuple(d.start(), d.end())).doesNotHaveDuplicates();
    }
}
