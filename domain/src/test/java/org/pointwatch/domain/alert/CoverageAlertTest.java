// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.ledger.Buckets;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageAlertTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Desk desk = new Desk();
    private final TreeMap<Instant, Counts> kept = new TreeMap<>();

    private final Buckets buckets = new Buckets() {
        @Override
        public void visit(Instant from, Instant to, Visitor visitor) {
            kept.subMap(from, to).forEach(visitor::visit);
        }

        @Override
        public Collection<String> outlets(Instant bucket) {
            return List.of();
        }
    };

    @BeforeEach
    void threeWeeksOfOneStoryAnHour() {
        for (var at = Desk.NOON.minus(Duration.ofDays(22)); at.isBefore(Desk.NOON); at = at.plus(Duration.ofHours(1))) {
            stories(at, 1, 0);
        }
    }

    private void stories(Instant bucket, int n, int tone) {
        var own = new SentimentSums(n, (long) n * tone, (long) n * tone * tone, 0, 0, 0);
        kept.merge(bucket, new Counts(n, n, 0, 0, own, SentimentSums.ZERO), Counts::plus);
    }

    private Desk look() {
        return desk.looks(History.of(desk.now, buckets));
    }

    private void burst(int n) {
        for (var i = 0; i < 4; i++) {
            stories(desk.now.truncatedTo(ChronoUnit.HOURS).minus(QUARTER.multipliedBy(i)), n / 4, 0);
        }
    }

    @Test
    void theUsualIsNoNews() {
        look();
        assertThat(desk.outcomes).isEmpty();
    }

    @Test
    void aBurstOfAnHourIsASurge() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        burst(16);
        look();

        assertThat(desk.told()).containsExactly("surge");
        assertThat(desk.last().why())
                .startsWith(
                        "16 stories in the last hour, 16.0 times as many as usual (1.0 an hour in the 12 hours before");
        assertThat(desk.last().evidence()).containsExactly("Sentence of a.");
    }

    @Test
    void itIsToldOnceAndAgainWhenItHasDoubled() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        burst(16);
        look();
        desk.now = desk.now.plus(Duration.ofHours(7));
        burst(20);
        look();
        assertThat(desk.told()).containsExactly("surge");
        burst(40);
        look();

        assertThat(desk.told()).containsExactly("surge", "surge");
        assertThat(desk.last().why()).startsWith("still growing: ");
        assertThat(desk.last().escalates()).isEqualTo(desk.alarms.get(0).id());
    }

    @Test
    void aSlowDayThatTriplesIsASurge() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        for (var i = 1; i <= 24; i++) {
            stories(Desk.NOON.minus(Duration.ofHours(i)), 2, 0);
        }
        look();

        assertThat(desk.told()).containsExactly("surge");
        assertThat(desk.last().why())
                .isEqualTo("69 stories in 24 hours, 2.9 times as many as usual (24.1 a day in the 14 days before,"
                        + " 24.0 on this day of the two weeks before)");
    }

    @Test
    void everyMondayIsLikeThat() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        for (var week = 0; week < 3; week++) {
            for (var i = 1; i <= 24; i++) {
                stories(Desk.NOON.minus(Duration.ofDays(7L * week)).minus(Duration.ofHours(i)), 2, 0);
            }
        }
        look();
        assertThat(desk.outcomes).isEmpty();
    }

    @Test
    void anArchiveIsNoSurge() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        desk.hears(new Fact.Sighted(desk.replayed("b")));
        burst(16);
        look().looks(History.of(desk.now, buckets));

        assertThat(desk.outcomes).containsExactly(Outcome.REPLAY);
    }

    @Test
    void withoutALiveReportThereIsNothingToShow() {
        burst(16);
        look();
        assertThat(desk.outcomes).containsExactly(Outcome.REPLAY);
    }

    @Test
    void silenceIsToldOnceWithItsLength() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        desk.now = desk.now.plus(Duration.ofHours(10));
        look();
        assertThat(desk.outcomes).isEmpty();
        desk.now = desk.now.plus(Duration.ofHours(3));
        look();
        desk.now = desk.now.plus(Duration.ofHours(30));
        look();

        assertThat(desk.told()).containsExactly("silence");
        assertThat(desk.last().why())
                .startsWith("no story for 14 hours, where 14.0 were to be expected (24.0 a day in the 14 days before)");
        assertThat(desk.last().evidence()).containsExactly("Sentence of a.");
    }

    @Test
    void whoSeesNothingHearsNoSilence() {
        desk.now = desk.now.plus(Duration.ofHours(20));
        desk.looks(History.of(desk.now, buckets), false);
        assertThat(desk.outcomes).isEmpty();
    }

    @Test
    void anotherToneIsToldOnce() {
        desk.hears(new Fact.Sighted(desk.live("a")));
        for (var i = 1; i <= 24; i++) {
            stories(Desk.NOON.minus(Duration.ofHours(i)), 1, -900);
        }
        look().looks(History.of(desk.now, buckets));

        assertThat(desk.told()).containsExactly("tone-shift");
        assertThat(desk.last().why())
                .startsWith("tone -0.45 over 46 stories of 24 hours; it was -0.01 in the 7 days before");
    }

    @Test
    void anotherToneIsShownByReportsInThatTone() {
        desk.hears(new Fact.Sighted(desk.live("cold"), -400));
        desk.hears(new Fact.Sighted(desk.live("warm"), 400));
        desk.hears(new Fact.Sighted(desk.live("neither"), 50));
        for (var i = 1; i <= 24; i++) {
            stories(Desk.NOON.minus(Duration.ofHours(i)), 1, -900);
        }
        look();

        assertThat(desk.last().evidence()).containsExactly("Sentence of cold.");
        assertThat(desk.last().story()).isEqualTo("cold");
    }

    @Test
    void fewStoriesHaveNoTone() {
        kept.replaceAll((at, counts) -> at.isBefore(Desk.NOON.minus(Duration.ofHours(24)))
                ? counts
                : new Counts(1, 1, 0, 0, SentimentSums.ZERO, SentimentSums.ZERO));
        stories(Desk.NOON.minus(QUARTER), 9, -900);
        desk.hears(new Fact.Sighted(desk.live("a")));
        look();

        assertThat(desk.told()).doesNotContain("tone-shift");
    }
}
