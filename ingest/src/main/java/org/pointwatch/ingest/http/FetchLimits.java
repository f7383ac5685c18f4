// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param body decoded bytes
 * @param headers bytes of all response headers
 * @param exchange wall clock from the first byte sent to the last one read, redirects included
 * @param connect wall clock from there to the end of an answer's headers, for each redirect anew
 */
public record FetchLimits(int body, int headers, Duration exchange, Duration connect, int redirects) {
    public static final FetchLimits DEFAULT =
            new FetchLimits(10 << 20, 64 << 10, Duration.ofSeconds(30), Duration.ofSeconds(10), 5);

    /** Bytes a second that a body must bring once {@link #grace} is over. */
    static final int SLOWEST = 1_024;

    /** How long a body may be slower than that. */
    Duration grace() {
        return exchange.dividedBy(3);
    }
}
