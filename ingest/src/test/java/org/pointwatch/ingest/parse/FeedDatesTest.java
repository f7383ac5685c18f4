// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedDatesTest {
    private static final Instant NOW = Instant.parse("2025-11-28T12:00:00Z");

    private static FeedDate read(String written) {
        return FeedDates.read(written, null, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 22 Nov 2025 14:05:06 GMT | 2025-11-22T14:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 +0200 | 2025-11-22T12:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 +02:00 | 2025-11-22T12:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 GMT+0200 | 2025-11-22T12:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 EST | 2025-11-22T19:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 EDT | 2025-11-22T18:05:06Z",
                "Sat, 22 Nov 2025 14:05 Z | 2025-11-22T14:05:00Z",
                "22 Nov 2025 14:05:06 UT | 2025-11-22T14:05:06Z",
                "22 Nov 25 14:05:06 GMT | 2025-11-22T14:05:06Z",
                "Mon, 22 November 2025 14:05:06 CET | 2025-11-22T13:05:06Z",
                "Sat,22 Nov 2025 14:05:06 +0000 (UTC) | 2025-11-22T14:05:06Z",
                "Saturday, 22 Nov 2025 2:05:06 PM GMT | 2025-11-22T14:05:06Z",
                "Sat, 22 Nov 2025 12:05 am GMT | 2025-11-22T00:05:00Z",
                "Sat, 22 Nov 2025 24:00:00 GMT | 2025-11-23T00:00:00Z",
                "Sat, 22 Nov 2025 23:59:60 GMT | 2025-11-22T23:59:59Z",
                "Sat, 22 Nov 2025 14:05:06 XYZ | 2025-11-22T14:05:06Z",
                "Sat, 22 Nov 2025 14:05:06 | 2025-11-22T14:05:06Z",
                "Sat Nov 22 14:05:06 2025 | 2025-11-22T14:05:06Z",
                "Sat Nov 22 14:05:06 EET 2025 | 2025-11-22T12:05:06Z",
                "Nov 22, 2025 14:05 GMT | 2025-11-22T14:05:00Z",
                "November 22, 2025, 2:05 p.m. ET | 2025-11-22T19:05:00Z",
                "Сб, 22 ноя 2025 14:05:06 +0300 | 2025-11-22T11:05:06Z",
                "22 listopada 2025 14:05:06 | 2025-11-22T14:05:06Z",
                "22 août 2025 14:05:06 | 2025-08-22T14:05:06Z",
                "2025-11-22T14:05:06Z | 2025-11-22T14:05:06Z",
                "2025-11-22T14:05:06.123456Z | 2025-11-22T14:05:06Z",
                "2025-11-22T14:05:06+02:00 | 2025-11-22T12:05:06Z",
                "2025-11-22T14:05:06-0500 | 2025-11-22T19:05:06Z",
                "2025-11-22T14:05+02 | 2025-11-22T12:05:00Z",
                "2025-11-22 14:05:06 | 2025-11-22T14:05:06Z",
                "2025-11-22 14:05:06 +0200 | 2025-11-22T12:05:06Z",
                "2025-11-22t14:05:06z | 2025-11-22T14:05:06Z",
                "20251122T140506Z | 2025-11-22T14:05:06Z",
                "2025/11/22 14:05:06 | 2025-11-22T14:05:06Z",
                "22.11.2025 14:05 | 2025-11-22T14:05:00Z",
                "22/11/2025 14:05 | 2025-11-22T14:05:00Z",
                "11/22/2025 14:05 | 2025-11-22T14:05:00Z",
                "1763820306 | 2025-11-22T14:05:06Z",
                "1763820306000 | 2025-11-22T14:05:06Z"
            })
    void readsInstants(String written, Instant expected) {
        assertThat(read(written)).isEqualTo(new FeedDate(expected, FeedDate.FEED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-22",
                "20251122",
                "22 Nov 2025",
                "Sat, 22 Nov 2025",
                "November 22, 2025",
                "22.11.2025",
                "2025/11/22"
            })
    void takesADateAloneAsTheStartOfThatDayInTheOutletsZone(String written) {
        assertThat(read(written)).isEqualTo(new FeedDate(Instant.parse("2025-11-22T00:00:00Z"), FeedDate.DATE_ONLY));
        assertThat(FeedDates.read(written, ZoneId.of("Europe/Kyiv"), NOW).at()).isEqualTo("2025-11-21T22:00:00Z");
    }

    @Test
    void takesATimeWithoutAZoneInTheOutletsZone() {
        var kyiv = ZoneId.of("Europe/Kyiv");
        assertThat(FeedDates.read("2025-11-22 14:05:06", kyiv, NOW).at()).isEqualTo("2025-11-22T12:05:06Z");
        assertThat(FeedDates.read("Sat, 22 Nov 2025 14:05:06 XYZ", kyiv, NOW).at())
                .isEqualTo("2025-11-22T12:05:06Z");
        assertThat(FeedDates.read("Sat, 22 Nov 2025 14:05:06 GMT", kyiv, NOW).at())
                .isEqualTo("2025-11-22T14:05:06Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32 Nov 2025 25:61:00 GMT",
                "2026-13-45T99:99:99Z",
                "29 Feb 2025 10:00:00 GMT",
                "0000-00-00",
                "0001-01-01",
                "1970-01-01T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "1994-12-31T23:59:59Z",
                "Sat, 22 Nov 2025 14:05:06 +9900",
                "2099-01-01T00:00:00Z",
                "9999-12-31",
                "10000-01-01",
                "2025-11-29T12:00:01Z",
                "yesterday",
                "3 hours ago",
                "03/04/2025",
                "-1",
                "12",
                "99999999999999999999",
                "Sat, 22 Foo 2025 14:05:06 GMT",
                "2025-11-22T14:05:06ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"
            })
    void refusesNonsenseAndWhatIsImplausible(String written) {
        assertThat(read(written)).isEqualTo(FeedDate.NONSENSE);
    }

    @Test
    void keepsAClaimThatIsUpToADayAhead() {
        assertThat(read("2025-11-29T11:59:00Z").source()).isEqualTo(FeedDate.FEED);
    }

    @Test
    void tellsNoDateFromABadOne() {
        assertThat(FeedDates.read(null, null, NOW)).isEqualTo(FeedDate.ABSENT);
        assertThat(read("  ")).isEqualTo(FeedDate.ABSENT);
    }
}
