// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a hub that tells when a feed has something new (WebSub).
 *
 * @param hub that the feed names
 * @param topic what the feed calls itself there
 * @param path of our callback, known to the hub alone
 * @param secret that the hub's messages are signed with
 * @param asked when the hub was asked last
 * @param verified when the hub last proved that it had been meant, null if it never did
 * @param expires when it ends unless it is renewed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Push(
        String hub,
        String topic,
        String path,
        String secret,
        Instant asked,
        @Nullable Instant verified,
        @Nullable Instant expires) {
    /** Whether the hub's word counts now. */
    public boolean holds(Instant now) {
        return expires != null && now.isBefore(expires);
    }

    /** When the hub is asked again: at four fifths of the time that it granted. */
    public Instant renewal(Duration unanswered) {
        if (verified == null || expires == null || asked.isAfter(verified)) {
            return asked.plus(unanswered);
        }
        return verified.plus(Duration.between(verified, expires).multipliedBy(4).dividedBy(5));
    }

    public Push askedAt(Instant now) {
        return new Push(hub, topic, path, secret, now, verified, expires);
    }

    public Push verifiedAt(Instant now, Duration lease) {
        return new Push(hub, topic, path, secret, asked, now, now.plus(lease));
    }

    /** The hub wants no more of it. */
    public Push denied() {
        return new Push(hub, topic, path, secret, asked, null, null);
    }
}
