// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The windows that coverage is summed over. Each ends with the bucket that holds "now", which is still filling: a window
 * is up to a quarter of an hour short of its name.
 */
public enum Window {
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("24h", Duration.ofDays(1)),
    WEEK("7d", Duration.ofDays(7)),
    FOUR_WEEKS("28d", Duration.ofDays(28));

    /** A target's history begins with its earliest bucket of these days; what is earlier is of no use to any window. */
    static final Duration HISTORY = Duration.ofDays(60);

    private static final int WEEKS_BACK = 4;

    private final String label;
    private final Span current;
    private final Span previous;
    private final List<Span> compared;

    Window(String label, Duration duration) {
        this.label = label;
        var length = length(duration);
        current = new Span(0, length);
        previous = new Span(length, 2 * length);
        var week = length(Duration.ofDays(7));
        compared = IntStream.range(0, WEEKS_BACK)
                .mapToLong(k -> length > week ? length + k * week : (k + 1) * week)
                .mapToObj(near -> new Span(near, near + Math.min(length, week)))
                .toList();
    }

    /** As it stands in a key of {@code rolling}. */
    public String label() {
        return label;
    }

    Span current() {
        return current;
    }

    Span previous() {
        return previous;
    }

    /**
     * What its baseline is the mean of, the latest first: the same hours of the four weeks before. A window longer than a
     * week has the four whole weeks before it.
     */
    List<Span> compared() {
        return compared;
    }

    /** How many of its compared spans make up one window. */
    double comparedInOne() {
        return (double) current.length() / compared.get(0).length();
    }

    /** Whether what it says at that time depends on how much is in the bucket. */
    public boolean uses(Instant bucket, Instant asOf) {
        var age = end(asOf) - number(bucket);
        return current.holds(age) || previous.holds(age) || compared.stream().anyMatch(span -> span.holds(age));
    }

    /** Whether it matters to any window at that time that the bucket holds something. */
    public static boolean inHistory(Instant bucket, Instant asOf) {
        return new Span(0, length(HISTORY)).holds(end(asOf) - number(bucket));
    }

    /** Number of the bucket that the windows of that time end before. */
    static long end(Instant asOf) {
        return number(Target.bucket(asOf)) + 1;
    }

    static long number(Instant bucket) {
        return Math.floorDiv(bucket.getEpochSecond(), Target.BUCKET.toSeconds());
    }

    static Instant bucket(long number) {
        return Instant.ofEpochSecond(number * Target.BUCKET.toSeconds());
    }

    static long length(Duration duration) {
        return duration.dividedBy(Target.BUCKET);
    }
}
