// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param body decoded bytes
 * @param headers bytes of all response headers
 * @param exchange wall clock from the first byte sent to the last one read, redirects included
 */
public record FetchLimits(int body, int headers, Duration exchange, Duration connect, int redirects) {
    public static final FetchLimits DEFAULT =
            new FetchLimits(10 << 20, 64 << 10, Duration.ofSeconds(30), Duration.ofSeconds(10), 5);
}
