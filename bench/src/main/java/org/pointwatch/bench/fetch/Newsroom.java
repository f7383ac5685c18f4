// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * A made-up feed whose true rhythm is known: a rate of its own, hours of a newsroom in some time zone, weekends, entries
 * that come in bundles, and for one feed in ten a change of rate half-way, to silence for some.
 */
final class Newsroom {
    private static final int HOURS = 168;
    private static final Duration STEP = Duration.ofMinutes(5);

    private final double perHour;
    private final double[] week = new double[HOURS];
    private final Instant change;
    private final double after;
    /** Times of entries in milliseconds, ascending. */
    final long[] entries;

    final int window;

    Newsroom(Random random, Instant from, Instant to, Instant half) {
        perHour = Math.min(20, Math.max(0.002, Math.exp(random.nextGaussian() * 1.6) * 6 / 24));
        var zone = random.nextInt(24);
        var night = random.nextDouble() * 0.4;
        var weekend = 0.2 + random.nextDouble() * 0.8;
        var sum = 0.0;
        for (var hour = 0; hour < HOURS; hour++) {
            var local = (hour + zone) % HOURS;
            var peak = Math.max(0, Math.sin((local % 24 - 6) / 16.0 * Math.PI));
            week[hour] = (night + (1 - night) * peak) * (local / 24 >= 5 ? weekend : 1);
            sum += week[hour];
        }
        for (var hour = 0; hour < HOURS; hour++) {
            week[hour] *= HOURS / sum;
        }
        change = half;
        after = random.nextInt(10) > 0 ? 1 : random.nextInt(3) == 0 ? 0 : Math.exp(random.nextGaussian());
        window = 10 + random.nextInt(40);
        entries = entries(random, from, to);
    }

    private long[] entries(Random random, Instant from, Instant to) {
        var times = new long[1_024];
        var n = 0;
        for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
            // Bundles of one and a half on average.
            var chance = rate(at) / 1.5 * STEP.toMinutes() / 60;
            for (var bundles = poisson(random, chance); bundles > 0; bundles--) {
                var moment = at.toEpochMilli() + (long) (random.nextDouble() * STEP.toMillis());
                do {
                    times = n == times.length ? Arrays.copyOf(times, n * 2) : times;
                    times[n++] = moment;
                } while (random.nextInt(3) == 0);
            }
        }
        var all = Arrays.copyOf(times, n);
        Arrays.sort(all);
        return all;
    }

    private static int poisson(Random random, double mean) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }

    /** The true rate at a time, in entries an hour. */
    double rate(Instant at) {
        var hour = (int) Math.floorMod(Math.floorDiv(at.getEpochSecond(), 3_600L) + 72, (long) HOURS);
        return perHour * week[hour] * (at.isBefore(change) ? 1 : after);
    }

    double worth(Instant from) {
        var sum = 0.0;
        for (var hour = 0; hour < HOURS; hour++) {
            sum += Math.sqrt(rate(from.plus(Duration.ofHours(hour))));
        }
        return sum / HOURS;
    }
}
