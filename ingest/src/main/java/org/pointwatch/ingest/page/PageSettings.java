// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Duration;
import org.pointwatch.ingest.http.FetchLimits;

/**
 * How pages are fetched.
 *
 * @param threads pages asked for at the same time; none switches them off
 * @param spacing between the starts of two requests to one registrable domain, at least; robots.txt may ask for more
 * @param mostOfAPoll pages of one reading of a feed, the newest entries first
 * @param mostWaiting pages that wait; what comes on top stays as the feed told it
 */
public record PageSettings(int threads, Duration spacing, int mostOfAPoll, int mostWaiting, FetchLimits limits) {
    public static final PageSettings DEFAULT = new PageSettings(
            4,
            Duration.ofSeconds(5),
            50,
            20_000,
            new FetchLimits(5 << 20, 64 << 10, Duration.ofSeconds(30), Duration.ofSeconds(10), 5));

    public static final PageSettings OFF = DEFAULT.withThreads(0);

    public PageSettings withThreads(int number) {
        return new PageSettings(number, spacing, mostOfAPoll, mostWaiting, limits);
    }

    public PageSettings withSpacing(Duration pause) {
        return new PageSettings(threads, pause, mostOfAPoll, mostWaiting, limits);
    }

    public boolean on() {
        return threads > 0;
    }
}
