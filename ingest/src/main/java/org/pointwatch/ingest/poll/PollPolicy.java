// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.pointwatch.wire.record.Polling.Wishes;

/**
 * When a feed is asked again. Intervals are spread by up to a tenth either way, always the same for one feed, so that
 * feeds added together drift apart.
 *
 * @param base the mean interval over all feeds: polls are moved to the feeds and hours that need them, never added
 * @param shortest no feed is asked more often
 * @param longest and none less often, but where a server asked for more patience or nothing is there
 */
public record PollPolicy(Duration base, Duration shortest, Duration longest) {
    /** The next poll of a feed that is asked no more. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Duration UNSAID_PATIENCE = Duration.ofHours(4);
    private static final Duration MOST_PATIENCE = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    /** Failures in a row, about a fortnight of them, after which a feed that is not there is asked once a week. */
    private static final int LASTING = 20;
    /** So many entries overdue before a feed is asked less because of it. */
    private static final double PATIENT_ENTRIES = 4;

    /**
     * What the interval after a good answer goes by.
     *
     * @param pace {@link Tempo#worth}, the mean over all feeds
     * @param window entries that the document holds, 0 if unknown
     * @param validated whether the server sent something to tell our copy by
     * @param ignored whether it never answered 304 although it could have, several times
     */
    public record Manner(
            Tempo tempo, double pace, int window, @Nullable Wishes wishes, boolean validated, boolean ignored) {}

    /** After a document or its confirmation; wishes of feed and server lengthen the interval and never shorten it. */
    public Instant afterSuccess(String feed, Instant now, Manner manner) {
        var wished = manner.wishes() == null ? Duration.ZERO : longest(manner.wishes());
        var spread = longer(
                longer(times(adaptive(now, manner), 0.9 + 0.2 * share(feed)), floor(manner, wished)),
                times(wished, 1 + 0.1 * share(feed)));
        var next = now.plus(clamped(spread));
        return manner.wishes() == null ? next : Skips.after(next, manner.wishes());
    }

    private Duration adaptive(Instant now, Manner manner) {
        var tempo = manner.tempo();
        var share = tempo.until(now, manner.pace() * hours(base), longest);
        var stretched = times(share, Math.max(1, tempo.overdue(now) / PATIENT_ENTRIES));
        var turnover = turnover(manner);
        return stretched.compareTo(turnover) < 0 ? stretched : turnover;
    }

    /** Half the time in which the document is filled anew: no entry is to pass unseen. */
    private Duration turnover(Manner manner) {
        var hours = manner.window() / 2.0 / manner.tempo().rate();
        return manner.window() == 0 || hours > hours(longest) ? longest : Duration.ofMillis((long) (hours * 3_600_000));
    }

    /** A server that has to send the whole document each time is asked less, but not so rarely that entries are lost. */
    private Duration floor(Manner manner, Duration wished) {
        if (manner.ignored()) {
            var turnover = turnover(manner);
            return longer(HOUR, turnover.compareTo(DAY) < 0 ? turnover : DAY);
        }
        return manner.validated() || !wished.isZero() ? Duration.ZERO : HOUR;
    }

    private static Duration longest(Wishes wishes) {
        return Duration.ofSeconds(Math.max(wishes.ttlSeconds(), wishes.freshSeconds()));
    }

    /** After a request whose answer was lost with the process that sent it: as if it had wished what the last one did. */
    public Instant afterLost(String feed, Instant asked, @Nullable FeedState before) {
        var polling = before == null ? null : before.polling();
        var wishes = polling == null ? null : polling.wishes();
        var wished = wishes == null ? Duration.ZERO : times(longest(wishes), 1 + 0.1 * share(feed));
        var next = asked.plus(clamped(longer(base, wished)));
        return wishes == null ? next : Skips.after(next, wishes);
    }

    /** @param failures in a row, this one included */
    public Instant afterFailure(String feed, Instant now, int failures, Trouble trouble) {
        var doubled = trouble == Trouble.HARD && failures >= LASTING
                ? MOST_PATIENCE
                : clamped(times(doubled(base, failures - 1), 0.9 + 0.2 * share(feed)));
        return now.plus(doubled);
    }

    /** What the server asked for is kept even beyond our longest interval; without it, patience doubles. */
    public Instant afterRefusal(String feed, Instant now, int failures, @Nullable Duration retryAfter) {
        var asked = retryAfter == null ? doubled(UNSAID_PATIENCE, failures - 1) : retryAfter;
        var spread = times(asked, 1 + 0.1 * share(feed));
        var bounded = spread.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : spread;
        return now.plus(longer(bounded, clamped(base)));
    }

    /** The first "gone" is asked once more after the longest interval, the second is believed. */
    public Instant afterGone(Instant now, int times) {
        return times > 1 ? NEVER : now.plus(longer(longest, DAY));
    }

    private Duration clamped(Duration d) {
        return d.compareTo(shortest) < 0 ? shortest : d.compareTo(longest) > 0 ? longest : d;
    }

    private static double hours(Duration d) {
        return d.toMillis() / 3_600_000.0;
    }

    private static Duration doubled(Duration d, int doublings) {
        return d.multipliedBy(1L << Math.max(0, Math.min(doublings, MOST_DOUBLINGS)));
    }

    private static Duration times(Duration d, double factor) {
        return Duration.ofMillis(Math.round(d.toMillis() * factor));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** 0 to 1, fixed for each feed. */
    private static double share(String feed) {
        return Utils.toPositive(Utils.murmur2(feed.getBytes(StandardCharsets.UTF_8))) / (double) Integer.MAX_VALUE;
    }
}
