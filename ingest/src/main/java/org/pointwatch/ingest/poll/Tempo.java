// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Polling.Rhythm;

/**
 * How often entries of a feed come, and in which hours of the week: a gamma posterior of the rate whose observations
 * fade with time, and a week drawn towards the hours of the day and the days of the week as long as it has seen little.
 */
public final class Tempo {
    /** What is thought of a feed that nothing is known of: one entry in two hours, believed no longer than an hour. */
    public static final Tempo UNKNOWN = new Tempo(new Rhythm(Instant.EPOCH, 0, 0, null, List.of()));

    private static final double PRIOR_ITEMS = 0.5;
    private static final double PRIOR_HOURS = 1;
    private static final double RATE_HALF_LIFE = 14 * 24;
    private static final double WEEK_HALF_LIFE = 42 * 24;
    private static final double HOUR = Week.HOUR_MILLIS;
    /** Within this time before the last look an entry may have been overlooked; what claims to be older is no news. */
    private static final Duration LATE = Duration.ofHours(24);

    private static final long MOST_MILLIS = Duration.ofDays(60).toMillis();

    private final Rhythm rhythm;
    private volatile double @Nullable [] week;

    private Tempo(Rhythm rhythm) {
        this.rhythm = rhythm;
    }

    public static Tempo of(@Nullable Rhythm rhythm) {
        return rhythm == null ? UNKNOWN : new Tempo(rhythm);
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    /** After a look at the feed; {@code times} are those of entries not seen before, as far as they tell. */
    public Tempo after(Instant now, List<Instant> times) {
        return rhythm.asOf().equals(Instant.EPOCH) ? first(now, times) : later(now, times);
    }

    /** The first document shows some of the past. */
    private static Tempo first(Instant now, List<Instant> times) {
        var floor = now.minus(Duration.ofDays(14));
        var seen = times.stream()
                .filter(t -> t.isBefore(now) && t.isAfter(floor))
                .sorted()
                .toList();
        var hours = seen.isEmpty() ? 0 : hours(seen.get(0), now);
        var newest = seen.isEmpty() ? null : seen.get(seen.size() - 1);
        return new Tempo(new Rhythm(now, seen.size(), rounded(hours), newest, Week.with(List.of(), 1, seen)));
    }

    private Tempo later(Instant now, List<Instant> times) {
        var seen = new ArrayList<Instant>();
        for (var time : times) {
            if (time.isAfter(rhythm.asOf().minus(LATE))) {
                seen.add(time.isAfter(now) ? now : time);
            }
        }
        var passed = Math.max(0, hours(rhythm.asOf(), now));
        var kept = Math.pow(0.5, passed / RATE_HALF_LIFE);
        var newest = newest(rhythm.newest(), seen);
        return new Tempo(new Rhythm(
                now.isBefore(rhythm.asOf()) ? rhythm.asOf() : now,
                rounded(rhythm.items() * kept + seen.size()),
                rounded(rhythm.hours() * kept + (1 - kept) * RATE_HALF_LIFE / Math.log(2)),
                newest,
                Week.with(rhythm.week(), Math.pow(0.5, passed / WEEK_HALF_LIFE), seen)));
    }

    private static @Nullable Instant newest(@Nullable Instant before, List<Instant> seen) {
        if (seen.isEmpty()) {
            return before;
        }
        var last = Collections.max(seen);
        return before != null && before.isAfter(last) ? before : last;
    }

    /** Entries an hour, over the whole week. */
    public double rate() {
        return (rhythm.items() + PRIOR_ITEMS) / (rhythm.hours() + PRIOR_HOURS);
    }

    /** Made when it is first asked for: most of these only live to become the next. */
    private double[] week() {
        var known = week;
        if (known == null) {
            known = Week.relative(rhythm.week());
            week = known;
        }
        return known;
    }

    /** The mean over the week of the root of the rate: how many polls this feed is worth beside others. */
    public double worth() {
        var sum = 0.0;
        for (var part : week()) {
            sum += Math.sqrt(part);
        }
        return Math.sqrt(rate()) * sum / Week.HOURS;
    }

    /** Entries that should have come between the two, of which no more than 60 days are looked at. */
    public double expected(Instant from, Instant to) {
        var start = from.toEpochMilli();
        var end = Math.min(to.toEpochMilli(), start + MOST_MILLIS);
        if (end <= start) {
            return 0;
        }
        var hours = week();
        var weeks = (end - start) / Week.MILLIS;
        var sum = weeks == 0 ? 0 : weeks * Arrays.stream(hours).sum();
        for (var at = start + weeks * Week.MILLIS; at < end; ) {
            var next = Math.min(Week.nextHour(at), end);
            sum += hours[Week.hour(at)] * (next - at) / HOUR;
            at = next;
        }
        return rate() * sum;
    }

    /** Entries that should have come since the last one did; 0 if none ever came. */
    public double overdue(Instant now) {
        return rhythm.newest() == null ? 0 : expected(rhythm.newest(), now);
    }

    /**
     * How long until the root of the rate, added up over time, comes to {@code amount}: polls spread like this find the
     * entries of many feeds with the least delay in all that a number of polls allows.
     */
    public Duration until(Instant from, double amount, Duration most) {
        var hours = week();
        var rate = rate();
        var start = from.toEpochMilli();
        var end = start + most.toMillis();
        var left = amount;
        for (var at = start; at < end; ) {
            var next = Math.min(Week.nextHour(at), end);
            var root = Math.sqrt(rate * hours[Week.hour(at)]);
            var here = root * (next - at) / HOUR;
            if (here >= left) {
                return Duration.ofMillis(at - start + (long) (left / root * HOUR));
            }
            left -= here;
            at = next;
        }
        return most;
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
