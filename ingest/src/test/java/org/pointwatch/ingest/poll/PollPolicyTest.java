// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.pointwatch.wire.record.Polling.Wishes;

import static org.assertj.core.api.Assertions.assertThat;

final class PollPolicyTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String FEED = "https://a.example/rss";
    private static final Wishes NONE = new Wishes(0, 0, List.of(), List.of());

    private final PollPolicy policy = new PollPolicy(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private static PollPolicy.Manner manner(Tempo tempo, Wishes wishes) {
        return new PollPolicy.Manner(tempo, tempo.worth(), 0, wishes, true, false);
    }

    private Duration wait(Wishes wishes) {
        return after(policy.afterSuccess(FEED, NOW, manner(Tempo.UNKNOWN, wishes)));
    }

    private static Duration after(Instant next) {
        return Duration.between(NOW, next);
    }

    private static Wishes fresh(Duration time) {
        return new Wishes(0, time.toSeconds(), List.of(), List.of());
    }

    /** A feed with one entry each {@code gap}, watched for a fortnight. */
    private static Tempo regular(Duration gap) {
        var times = new ArrayList<Instant>();
        for (var at = NOW; at.isAfter(NOW.minus(Duration.ofDays(14))); at = at.minus(gap)) {
            times.add(at);
        }
        return Tempo.UNKNOWN.after(NOW, times);
    }

    @Test
    void spreadsTheUsualIntervalByATenthAndAlwaysTheSameForOneFeed() {
        for (var i = 0; i < 200; i++) {
            var feed = "https://a.example/" + i;
            var next = policy.afterSuccess(feed, NOW, manner(Tempo.UNKNOWN, NONE));
            assertThat(after(next)).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
            assertThat(policy.afterSuccess(feed, NOW, manner(Tempo.UNKNOWN, NONE)))
                    .isEqualTo(next);
        }
        assertThat(policy.afterSuccess("https://a.example/1", NOW, manner(Tempo.UNKNOWN, NONE)))
                .isNotEqualTo(policy.afterSuccess("https://a.example/2", NOW, manner(Tempo.UNKNOWN, NONE)));
    }

    @Test
    void neverAsksWithinWhatFeedOrServerWished() {
        assertThat(wait(new Wishes(Duration.ofHours(3).toSeconds(), 7_200, List.of(), List.of())))
                .isGreaterThanOrEqualTo(Duration.ofHours(3));
        assertThat(wait(fresh(Duration.ofHours(12)))).isBetween(Duration.ofHours(12), Duration.ofHours(14));
        assertThat(wait(fresh(Duration.ofMinutes(1)))).isGreaterThan(Duration.ofMinutes(50));
        assertThat(wait(fresh(Duration.ofDays(300)))).isEqualTo(Duration.ofHours(24));
        var busy = regular(Duration.ofMinutes(2));
        var manner = new PollPolicy.Manner(busy, Tempo.UNKNOWN.worth(), 20, fresh(Duration.ofHours(2)), true, false);
        assertThat(after(policy.afterSuccess(FEED, NOW, manner))).isGreaterThanOrEqualTo(Duration.ofHours(2));
    }

    @Test
    void staysOutOfHoursAndDaysThatTheFeedSkips() {
        var hours = policy.afterSuccess(
                FEED, NOW, manner(Tempo.UNKNOWN, new Wishes(0, 0, List.of(12, 13, 14, 15), List.of())));
        assertThat(hours.atOffset(ZoneOffset.UTC).getHour()).isEqualTo(16);
        var days = policy.afterSuccess(FEED, NOW, manner(Tempo.UNKNOWN, new Wishes(0, 0, List.of(), List.of(6, 7))));
        assertThat(days.atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        var night = new Wishes(0, 0, List.of(0, 1, 2, 3), List.of(6, 7));
        var both = policy.afterSuccess(FEED, NOW, manner(Tempo.UNKNOWN, night)).atOffset(ZoneOffset.UTC);
        assertThat(both.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(both.getHour()).isEqualTo(4);
    }

    @Test
    void staysWithinItsBounds() {
        var hasty = new PollPolicy(Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(24));
        assertThat(after(hasty.afterSuccess(FEED, NOW, manner(Tempo.UNKNOWN, NONE))))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void asksBusyFeedsOftenerAndSilentOnesLess() {
        var pace = regular(Duration.ofHours(1)).worth();
        var busy = new PollPolicy.Manner(regular(Duration.ofMinutes(10)), pace, 0, NONE, true, false);
        var slow = new PollPolicy.Manner(regular(Duration.ofHours(30)), pace, 0, NONE, true, false);
        assertThat(after(policy.afterSuccess(FEED, NOW, busy)))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(40));
        assertThat(after(policy.afterSuccess(FEED, NOW, slow))).isGreaterThan(Duration.ofHours(3));
    }

    @Test
    void comesBeforeTheDocumentIsFilledAnew() {
        var tempo = regular(Duration.ofMinutes(10));
        var fleet = regular(Duration.ofSeconds(20)).worth();
        var small = new PollPolicy.Manner(tempo, fleet, 6, NONE, true, false);
        var large = new PollPolicy.Manner(tempo, fleet, 600, NONE, true, false);
        assertThat(after(policy.afterSuccess(FEED, NOW, small)))
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(40));
        assertThat(after(policy.afterSuccess(FEED, NOW, large))).isGreaterThan(Duration.ofHours(3));
    }

    @Test
    void givesServersThatCannotCompareAnHourAndThoseThatWillNotADay() {
        var hasty = new PollPolicy(Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofHours(24));
        var tempo = regular(Duration.ofMinutes(90));
        var none = new PollPolicy.Manner(tempo, tempo.worth(), 0, NONE, false, false);
        assertThat(after(hasty.afterSuccess(FEED, NOW, none))).isEqualTo(Duration.ofHours(1));
        var fresh = new PollPolicy.Manner(tempo, tempo.worth(), 0, fresh(Duration.ofMinutes(5)), false, false);
        assertThat(after(hasty.afterSuccess(FEED, NOW, fresh))).isLessThan(Duration.ofMinutes(20));
        var ignoring = new PollPolicy.Manner(tempo, tempo.worth(), 0, NONE, true, true);
        assertThat(after(hasty.afterSuccess(FEED, NOW, ignoring))).isEqualTo(Duration.ofHours(24));
        var turning = new PollPolicy.Manner(tempo, tempo.worth(), 8, NONE, true, true);
        assertThat(after(hasty.afterSuccess(FEED, NOW, turning))).isBetween(Duration.ofHours(5), Duration.ofHours(7));
    }

    @Test
    void doublesAfterEachFailureUpToTheLongest() {
        var first = after(policy.afterFailure(FEED, NOW, 1, Trouble.SOFT));
        assertThat(after(policy.afterFailure(FEED, NOW, 2, Trouble.SOFT)))
                .isCloseTo(first.multipliedBy(2), Duration.ofSeconds(1));
        assertThat(after(policy.afterFailure(FEED, NOW, 40, Trouble.SOFT))).isEqualTo(Duration.ofHours(24));
        assertThat(after(policy.afterFailure(FEED, NOW, Integer.MAX_VALUE, Trouble.TEMPORARY)))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void asksWhatIsNotThereOnceADayAndAfterAFortnightOnceAWeek() {
        assertThat(after(policy.afterFailure(FEED, NOW, 10, Trouble.HARD))).isEqualTo(Duration.ofHours(24));
        assertThat(after(policy.afterFailure(FEED, NOW, 20, Trouble.HARD))).isEqualTo(Duration.ofDays(7));
        assertThat(after(policy.afterFailure(FEED, NOW, 900, Trouble.HARD))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void honoursRetryAfterBeyondItsOwnBoundsButNotForever() {
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofDays(3))))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofDays(700))))
                .isEqualTo(Duration.ofDays(7));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofHours(1));
        assertThat(after(policy.afterRefusal(FEED, NOW, 1, null))).isBetween(Duration.ofHours(4), Duration.ofHours(5));
        assertThat(after(policy.afterRefusal(FEED, NOW, 2, null))).isBetween(Duration.ofHours(8), Duration.ofHours(9));
    }

    @Test
    void believesOnlyTheSecondGone() {
        assertThat(after(policy.afterGone(NOW, 1))).isEqualTo(Duration.ofHours(24));
        assertThat(policy.afterGone(NOW, 2)).isEqualTo(PollPolicy.NEVER);
    }
}
