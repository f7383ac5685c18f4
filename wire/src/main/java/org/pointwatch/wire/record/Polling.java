// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next polls of a feed go by, kept so that a restarted or another fetcher goes on as this one would have.
 *
 * @param address asked in place of the feed's own, after a permanent redirect has proved itself; null undoes it
 * @param redirect a permanent redirect that has not proved itself yet
 * @param heldUntil nothing of the feed's host is asked before that: the server asked for patience
 * @param wishes what the last document and its headers asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Polling(
        @Nullable String address,
        @Nullable Redirect redirect,
        @Nullable Instant heldUntil,
        @Nullable Wishes wishes,
        @Nullable Rhythm rhythm,
        @Nullable Document document) {

    public static final Polling NONE = new Polling(null, null, null, null, null, null);

    /**
     * @param since when this target was first named
     * @param polls how many in a row named it
     */
    public record Redirect(String target, Instant since, int polls) {}

    /**
     * What publisher and server wish.
     *
     * @param ttlSeconds the longer of RSS's ttl and the syndication module's period, 0 for none
     * @param freshSeconds max-age or Expires, of the last answer that said so, 0 for none
     * @param skipHours hours of the day (GMT) in which nobody should ask
     * @param skipDays days of the week (1 is Monday, GMT) on which nobody should ask
     */
    public record Wishes(long ttlSeconds, long freshSeconds, List<Integer> skipHours, List<Integer> skipDays) {}

    /**
     * How often and when entries come; older observations count less.
     *
     * @param asOf until when the feed was watched
     * @param items that came
     * @param hours over which they came
     * @param newest when the last one came
     * @param week items by hour of the week (GMT, from Monday 0:00), in thousandths
     */
    public record Rhythm(Instant asOf, double items, double hours, @Nullable Instant newest, List<Integer> week) {}

    /**
     * The document as last read in full, and whether its server can be believed.
     *
     * @param hash of its bytes
     * @param readAt when it was read in full
     * @param entries in it
     * @param repeats how often it came in full although nothing had changed and a validator had been sent
     * @param honoured answers 304 ever
     * @param hides whether a 304 was found to hide new entries
     */
    public record Document(String hash, Instant readAt, int entries, int repeats, long honoured, boolean hides) {}
}
