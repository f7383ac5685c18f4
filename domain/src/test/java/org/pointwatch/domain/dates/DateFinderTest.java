// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

class DateFinderTest {
    private static final DateContext SUNDAY = DateContext.of(LocalDateTime.of(2025, 11, 23, 14, 0), "Europe/Kyiv");

    @Test
    void resolvesThursdaySeenFromTheSundayBefore() {
        var found = DateFinder.of("en").find("Kyiv has until Thursday to answer.", SUNDAY);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).latest().toText()).isEqualTo("2025-11-27");
    }

    @Test
    void readsTheTaggersTokensLikeTheText() {
        var finder = DateFinder.of("en");
        var tokens = Tokens.plain("A plan", "Kyiv has until Thursday, the U.S. said on Nov 22.", "en");

        assertThat(finder.find(tokens, SUNDAY)).isEqualTo(finder.find(tokens.text(), SUNDAY));
    }

    /** Ten million random texts had one such end. */
    @Test
    void readsAnHourWhoseClockIsCutOff() {
        var finder = DateFinder.of("en");

        assertThat(finder.find("until Thursday at 3 O'", SUNDAY)).hasSize(1);
        assertThat(finder.find("until Thursday at 3 o'clock", SUNDAY).get(0).text())
                .isEqualTo("until Thursday at 3 o'clock");
    }
}
