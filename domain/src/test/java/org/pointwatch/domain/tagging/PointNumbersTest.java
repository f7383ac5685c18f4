// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PointNumbersTest {
    /** Long: 6 army, 7 pact, 22 mines. Short: 4 army, 6 pact, 7 mines. */
    private final Tagger tagger = Tagger.of(Dossiers.withTwoPlans());

    private String found(String text, LocalDate day) {
        var out = new StringBuilder();
        for (var point : tagger.tag("", text, "en", day).points()) {
            for (var e : point.evidence()) {
                out.append(e.rule()).append(' ');
            }
        }
        return out.toString().trim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point 6 of the long plan is hard.|army/long/6",
                "Point 6 of the short plan is hard.|pact/short/6",
                "The sixth point of the long plan is hard.|army/long/6",
                "The 6th point of the long plan is hard.|army/long/6",
                "The twenty-second point of the long plan is hard.|mines/long/22",
                "Points 6 and 7 of the long plan are hard.|army/long/6 pact/long/7",
                "Points 6, 7 and 22 of the long plan are hard.|army/long/6 pact/long/7 mines/long/22",
                "Points 6 to 8 of the long plan are hard.|army/long/6 pact/long/7",
                "Points 6\u20138 of the long plan are hard.|army/long/6 pact/long/7",
                "Point six of the long plan is hard.|army/long/6",
                "He read the long plan. Point 6 is hard.|army/long/6",
                "He read the long plan, then the short plan. Point 6 is hard.|",
                "The long plan has 22 points.|",
                "The 22-point long plan is hard.|",
                "Point 9 of the long plan is hard.|",
                "It rose a point, 6% of the long plan.|",
                "Point 6 of the 22-point long plan is hard.|army/long/6",
                "Point 6 is hard.|"
            })
    void resolvesTheNumberByThePlanThatIsCited(String text, String expected) {
        assertThat(found(text, LocalDate.of(2025, 12, 31))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-01,", "2025-11-21,army/long/6", "2025-12-31,"})
    void knowsOnlyPlansOfItsDay(LocalDate day, String expected) {
        assertThat(found("Point 6 is hard.", day)).isEqualTo(expected == null ? "" : expected);
    }
}
