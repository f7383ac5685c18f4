// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.time.Instant;
import org.pointwatch.domain.ledger.Buckets;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;

/** How one target was covered lately: sums over any run of buckets, counted back from now. */
public final class History {
    static final int HOUR = buckets(Duration.ofHours(1));
    static final int DAY = buckets(Duration.ofDays(1));
    static final int WEEK = buckets(Duration.ofDays(7));

    private static final int LENGTH = 22 * DAY;

    private final Instant end;

    /** Sums over the newest n buckets, under n. */
    private final long[] stories = new long[LENGTH + 1];

    private final long[] toned = new long[LENGTH + 1];
    private final long[] tone = new long[LENGTH + 1];
    private final long[] squares = new long[LENGTH + 1];

    private History(Instant end) {
        this.end = end;
    }

    /** As of a time, whose bucket is still filling. */
    public static History of(Instant asOf, Buckets buckets) {
        var history = new History(Target.bucket(asOf).plus(Target.BUCKET));
        buckets.visit(history.start(LENGTH), history.end, (bucket, counts) -> {
            history.add(bucket, counts);
            return true;
        });
        history.sumUp();
        return history;
    }

    private static int buckets(Duration duration) {
        return (int) duration.dividedBy(Target.BUCKET);
    }

    private void add(Instant bucket, Counts counts) {
        var age = (end.getEpochSecond() - bucket.getEpochSecond()) / Target.BUCKET.toSeconds();
        if (age >= 1 && age <= LENGTH) {
            var at = (int) age;
            stories[at] += counts.stories();
            toned[at] += counts.own().n();
            tone[at] += counts.own().sum();
            squares[at] += counts.own().sumOfSquares();
        }
    }

    private void sumUp() {
        for (var sums : new long[][] {stories, toned, tone, squares}) {
            for (var age = 1; age <= LENGTH; age++) {
                sums[age] += sums[age - 1];
            }
        }
    }

    /** Start of the bucket of that age; the newest is of age 1. */
    Instant start(int age) {
        return end.minus(Target.BUCKET.multipliedBy(age));
    }

    /** Over the {@code length} buckets behind the {@code near} newest. */
    long stories(int near, int length) {
        return stories[near + length] - stories[near];
    }

    /** Mean over several runs of one length, each {@code step} behind the one before, the first one {@code step} back. */
    double mean(int step, int times, int length) {
        var sum = 0L;
        for (var i = 1; i <= times; i++) {
            sum += stories(i * step, length);
        }
        return sum / (double) times;
    }

    /** How many buckets have ended since the last story's. */
    int silent() {
        var age = 1;
        while (age <= LENGTH && stories[age] == 0) {
            age++;
        }
        return age - 1;
    }

    boolean holdsStories() {
        return stories[LENGTH] > 0;
    }

    /** In the outlets' own voice. */
    SentimentSums tone(int near, int length) {
        return new SentimentSums(
                toned[near + length] - toned[near],
                tone[near + length] - tone[near],
                squares[near + length] - squares[near],
                0,
                0,
                0);
    }
}
