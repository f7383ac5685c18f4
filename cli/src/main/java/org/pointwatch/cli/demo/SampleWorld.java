// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.pointwatch.wire.record.Subscription;

/**
 * All outlets, from the first minute to the last.
 *
 * @param end by then every entry has appeared and been edited for the last time
 */
public record SampleWorld(Instant start, Instant end, List<SampleOutlet> outlets) {
    public static SampleWorld load() {
        return SampleWorldReader.read();
    }

    /** The feeds of all outlets at a server's address. */
    public List<Subscription> subscriptions(URI server) {
        return outlets.stream()
                .map(o -> new Subscription(
                        server.resolve("/" + o.id()).toString(),
                        o.title(),
                        o.domain(),
                        o.group(),
                        o.language(),
                        o.zone().getId()))
                .toList();
    }
}
