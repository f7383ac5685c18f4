// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class TempoTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2025-11-03T00:00:00Z");

    /** Three entries an hour from 8 to 16 on working days, watched every hour. */
    private static Tempo officeHours(int days) {
        var tempo = Tempo.UNKNOWN;
        for (var hour = 0; hour <= days * 24; hour++) {
            var at = START.plus(Duration.ofHours(hour));
            var working = Week.hour(at.toEpochMilli()) < 5 * 24
                    && Week.hour(at.toEpochMilli()) % 24 >= 8
                    && Week.hour(at.toEpochMilli()) % 24 < 16;
            tempo = tempo.after(at, working ? Collections.nCopies(3, at.minusSeconds(60)) : List.of());
        }
        return tempo;
    }

    @Test
    void learnsTheRateFromTheFirstDocument() {
        var times = new ArrayList<Instant>();
        for (var i = 1; i <= 20; i++) {
            times.add(START.minus(Duration.ofMinutes(30L * i)));
        }
        assertThat(Tempo.UNKNOWN.after(START, times).rate()).isCloseTo(2.0, within(0.2));
        assertThat(Tempo.UNKNOWN.after(START, List.of()).rate()).isEqualTo(Tempo.UNKNOWN.rate());
    }

    @Test
    void doesNotTakeEntriesWithoutDatesForABurst() {
        assertThat(Tempo.UNKNOWN.after(START, Collections.nCopies(50, START)).rate())
                .isEqualTo(Tempo.UNKNOWN.rate());
    }

    @Test
    void doesNotTakeAnArchiveForNews() {
        var before = officeHours(14);
        var old = Collections.nCopies(2_000, START.minus(Duration.ofDays(900)));
        assertThat(before.after(START.plus(Duration.ofDays(14)), old).rate()).isCloseTo(before.rate(), within(1e-9));
    }

    @Test
    void learnsTheHoursOfTheWeek() {
        var tempo = officeHours(28);
        var monday = START.plus(Duration.ofDays(28));
        var night = monday.plus(Duration.ofHours(1));
        var noon = monday.plus(Duration.ofHours(11));
        var sunday = monday.plus(Duration.ofHours(6 * 24 + 11));
        var hour = Duration.ofHours(1);
        assertThat(tempo.expected(noon, noon.plus(hour))).isBetween(2.0, 4.0);
        assertThat(tempo.expected(night, night.plus(hour))).isLessThan(0.3);
        assertThat(tempo.expected(sunday, sunday.plus(hour))).isLessThan(0.5);
        var most = Duration.ofHours(24);
        assertThat(tempo.until(noon, 1, most))
                .isLessThan(tempo.until(night, 1, most).dividedBy(3));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        var tempo = officeHours(28);
        var later = tempo;
        for (var day = 29; day < 29 + 60; day++) {
            later = later.after(START.plus(Duration.ofDays(day)), List.of());
        }
        assertThat(later.rate()).isLessThan(tempo.rate() / 8);
        assertThat(later.overdue(START.plus(Duration.ofDays(90)))).isGreaterThan(20);
    }

    @Test
    void anEmptyWeekendIsNoSilenceForAFeedOfOfficeHours() {
        var tempo = officeHours(26);
        var sundayNight = START.plus(Duration.ofDays(27)).plus(Duration.ofHours(23));
        assertThat(Trust.silentSince(tempo, sundayNight)).isNull();
        var afterThreeDays = START.plus(Duration.ofDays(30)).plus(Duration.ofHours(20));
        assertThat(Trust.silentSince(tempo, afterThreeDays))
                .isEqualTo(tempo.rhythm().newest());
    }

    @Test
    void isUnmovedByAClockThatStepsBack() {
        var tempo = officeHours(14);
        var back = tempo.after(START, List.of());
        assertThat(back.rhythm().asOf()).isEqualTo(tempo.rhythm().asOf());
        assertThat(back.rate()).isCloseTo(tempo.rate(), within(1e-9));
    }

    @Test
    void readsBackWhatItWrote() {
        var tempo = officeHours(14);
        assertThat(Tempo.of(tempo.rhythm()).worth()).isEqualTo(tempo.worth());
        assertThat(Tempo.of(null)).isSameAs(Tempo.UNKNOWN);
    }
}
