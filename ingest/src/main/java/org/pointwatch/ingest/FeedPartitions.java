// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.pointwatch.ingest.url.Domains;

/** Which partition of {@code subscriptions} and {@code feeds} a feed belongs to: all feeds of one domain share one, and so one fetcher. */
public final class FeedPartitions {
    private FeedPartitions() {}

    public static int of(String feed, int partitions) {
        var domain = Domains.ofUrl(feed).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(domain)) % partitions;
    }
}
