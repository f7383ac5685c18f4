// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class AlertWordsTest {
    private static final Map<String, String> TITLES = Map.of(
            "actor:us", "United States", "actor:von-der-leyen", "Ursula $1 von der Leyen", "actor:story", "A trap");

    /** The left ones as {@code domain.alert} says them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new-deadline | new deadline 2025-11-27 for us (in 2 days), set by us; 9 stories"
                        + " | new deadline Thu 27 Nov 2025 for United States (in 2 days), set by United States; 9 stories",
                "deadline-moved | deadline for us moved from 2025-11-27T12:00-05:00 to 2025-11-30; 1 story"
                        + " | deadline for United States moved from Thu 27 Nov 2025, 12:00 (UTC-05:00) to Sun 30 Nov 2025; 1 story",
                "deadline-near | deadline 2025-11-27T10:00:00Z for von-der-leyen: 3 hours left (threshold 3 hours)"
                        + " | deadline Thu 27 Nov 2025, 10:00 UTC for Ursula $1 von der Leyen: 3 hours left (threshold 3 hours)",
                "deadline-denied | deadline without a day for unheard-of denied; 2 stories"
                        + " | deadline without a day for unheard-of denied; 2 stories",
                "contested-figure | 800,000 persons (us says so), where 600,000 was known"
                        + " | 800,000 persons (United States says so), where 600,000 was known",
                "surge | 12 stories in 24 hours, for us or story | 12 stories in 24 hours, for us or story",
                "deadline-near | deadline 2025-13-41 for us | deadline 2025-13-41 for United States",
                "later-kind | deadline 2025-11-27 for us | deadline Thu 27 Nov 2025 for us"
            })
    void partiesHaveTheirNamesAndDaysTheirWords(String kind, String why, String words) {
        assertThat(AlertWords.of(kind, why, target -> TITLES.getOrDefault(target, target.replace("actor:", ""))))
                .isEqualTo(words);
    }
}
