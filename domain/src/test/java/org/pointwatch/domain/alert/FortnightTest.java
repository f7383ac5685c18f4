// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.ledger.Buckets;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fortnight of made coverage, looked at again and again: how often surge, silence and shift of tone are told
 * where nothing happens, and how soon where something does. Stories come independently, at a rate with the shape of a
 * week: nights and weekends are quieter. {@code -Dalerts.targets=100 -Dalerts.minutes=15} for the figures of docs/quality.md.
 */
class FortnightTest {
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");
    private static final Duration PAST = Duration.ofDays(23);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS_A_DAY = 96;
    private static final double[] RATES = {3, 10, 30, 100, 300};
    private static final int TARGETS = Integer.getInteger("alerts.targets", 8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(Integer.getInteger("alerts.minutes", 120));

    /** One target's made-up coverage; another random source than anything in the code under test. */
    private static final class World implements Buckets {
        private final NavigableMap<Instant, Counts> kept = new TreeMap<>();

        World(Random random, double rate, Change change) {
            for (var at = START; at.isBefore(START.plus(PAST).plus(FORTNIGHT)); at = at.plus(QUARTER)) {
                var n = poisson(random, rate / QUARTERS_A_DAY * shape(at) * change.factor(at));
                if (n > 0) {
                    kept.put(at, counts(random, n, change.tone(at)));
                }
            }
        }

        private static Counts counts(Random random, int n, int mean) {
            var own = SentimentSums.ZERO;
            for (var i = 0; i < n; i++) {
                var tone = (int) Math.max(-1_000, Math.min(1_000, mean + 350 * random.nextGaussian()));
                own = own.plus(SentimentSums.of(tone));
            }
            return new Counts(n, n, 0, 0, own, SentimentSums.ZERO);
        }

        /** Mean 1 over a week: four times as much at noon as at midnight, half as much at the weekend. */
        private static double shape(Instant at) {
            var utc = at.atZone(ZoneOffset.UTC);
            var hour = 1 - 0.6 * Math.cos(2 * Math.PI * utc.getHour() / 24);
            var weekend = utc.getDayOfWeek() == DayOfWeek.SATURDAY || utc.getDayOfWeek() == DayOfWeek.SUNDAY;
            return hour * (weekend ? 0.5 : 1) * 7 / 6;
        }

        /** Arrivals before the sum of exponential gaps reaches the mean. */
        private static int poisson(Random random, double mean) {
            var n = 0;
            for (var time = random.nextExponential(); time < mean; time += random.nextExponential()) {
                n++;
            }
            return n;
        }

        @Override
        public void visit(Instant from, Instant to, Visitor visitor) {
            kept.subMap(from, true, to, false).forEach(visitor::visit);
        }

        @Override
        public Collection<String> outlets(Instant bucket) {
            return List.of();
        }
    }

    /** What is planted: from a time on, for some days, so many times the usual number, or another tone. */
    private record Change(Instant from, Duration length, double times, int shift) {
        static final Change NONE = new Change(START, Duration.ZERO, 1, 0);

        double factor(Instant at) {
            return on(at) ? times : 1;
        }

        int tone(Instant at) {
            return on(at) ? shift : 0;
        }

        private boolean on(Instant at) {
            return !at.isBefore(from) && at.isBefore(from.plus(length));
        }
    }

    private static List<Alarm> fortnight(Random random, double rate, Change change) {
        var world = new World(random, rate, change);
        var judge = new AlertJudge("made", AlertRules.USUAL);
        var memory = TargetMemory.NOTHING;
        var alarms = new ArrayList<Alarm>();
        var end = START.plus(PAST).plus(FORTNIGHT);
        for (var now = START.plus(PAST); now.isBefore(end); now = now.plus(BETWEEN_LOOKS)) {
            var seen = new Fact.Sighted(new Source("a", "a", now, true, "Something was said."));
            memory = judge.hears("point:made", memory, seen, now).memory();
            var end15 = now.plus(QUARTER).minusSeconds(1);
            var verdict = judge.looks("point:made", memory, History.of(end15, world), true, end15);
            memory = verdict.memory();
            alarms.addAll(verdict.alarms());
        }
        return alarms;
    }

    private static long of(List<Alarm> alarms, AlertKind kind) {
        return alarms.stream().filter(a -> a.kind() == kind).count();
    }

    @Test
    void whereNothingHappensHardlyAnythingIsTold() {
        var told = new TreeMap<AlertKind, Long>();
        for (var rate : RATES) {
            var random = new Random((long) rate);
            for (var target = 0; target < TARGETS; target++) {
                fortnight(random, rate, Change.NONE).forEach(a -> told.merge(a.kind(), 1L, Long::sum));
            }
        }
        System.out.println("nothing happens: " + RATES.length * TARGETS + " targets, a fortnight each, told " + told);
        assertThat(told.values().stream().mapToLong(n -> n).sum()).isLessThanOrEqualTo(1 + RATES.length * TARGETS / 50);
    }

    @Test
    void whatTriplesIsTold() {
        var planted = new Change(START.plus(PAST).plus(Duration.ofHours(24 * 6 + 9)), Duration.ofDays(2), 3, 0);
        found(planted, AlertKind.SURGE, Map.of(3.0, 0.0, 10.0, 0.3, 30.0, 0.8, 100.0, 0.95, 300.0, 0.95));
    }

    @Test
    void whatFallsSilentIsTold() {
        var planted = new Change(START.plus(PAST).plus(Duration.ofHours(24 * 6 + 9)), Duration.ofDays(6), 0, 0);
        found(planted, AlertKind.SILENCE, Map.of(3.0, 0.2, 10.0, 0.9, 30.0, 0.95, 100.0, 0.95, 300.0, 0.95));
    }

    @Test
    void anotherToneIsTold() {
        var planted = new Change(START.plus(PAST).plus(Duration.ofHours(24 * 6 + 9)), Duration.ofDays(2), 1, -450);
        found(planted, AlertKind.TONE_SHIFT, Map.of(3.0, 0.0, 10.0, 0.2, 30.0, 0.8, 100.0, 0.95, 300.0, 0.95));
    }

    private static void found(Change planted, AlertKind kind, Map<Double, Double> least) {
        for (var rate : RATES) {
            var random = new Random(7 + (long) rate);
            var delays = new ArrayList<Long>();
            for (var target = 0; target < TARGETS; target++) {
                fortnight(random, rate, planted).stream()
                        .filter(a -> a.kind() == kind && !a.at().isBefore(planted.from()))
                        .findFirst()
                        .ifPresent(a -> delays.add(
                                Duration.between(planted.from(), a.at()).toMinutes()));
            }
            delays.sort(Long::compareTo);
            var median = delays.isEmpty() ? "-" : delays.get(delays.size() / 2) / 60 + " h";
            System.out.printf(
                    "%s, %.0f stories a day: %d of %d told, median after %s%n",
                    kind.id(), rate, delays.size(), TARGETS, median);
            assertThat(delays.size() / (double) TARGETS).isGreaterThanOrEqualTo(least.get(rate));
        }
    }
}
