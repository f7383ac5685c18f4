// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.pointwatch.ingest.page.PageSettings;
import org.pointwatch.wire.KafkaAccess;

/** The fetch role with its pages, in a process of its own that can be killed. */
final class PageReader {
    private PageReader() {}

    static Fetcher start(KafkaAccess kafka, String origin, SimpleMeterRegistry registry) {
        var settings = FetchSettings.defaults()
                .change()
                .instance("reader")
                .addressExceptions(Set.of(origin))
                .intervals(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ZERO)
                .done();
        return Fetcher.start(
                kafka, settings, PageSettings.DEFAULT.withSpacing(Duration.ZERO), Clock.systemUTC(), registry);
    }

    /** Arguments: Kafka's address, the topics' prefix, the server's {@code host:port}. */
    public static void main(String[] args) {
        var kafka = new KafkaAccess(args[0], args[1], Map.of());
        start(kafka, args[2], new SimpleMeterRegistry())
                .ended()
                .toCompletableFuture()
                .join();
    }
}
