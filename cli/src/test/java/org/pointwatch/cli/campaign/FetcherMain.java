// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.pointwatch.ingest.FetchSettings;
import org.pointwatch.ingest.Fetcher;
import org.pointwatch.wire.KafkaAccess;

/** The fetch role on the campaign's clock, and with the one exception that feeds on loopback need. */
final class FetcherMain {
    private FetcherMain() {}

    /** Arguments: Kafka's address, the topics' prefix, the feeds' {@code host:port}, the clock's file. */
    public static void main(String[] args) throws Exception {
        var kafka = new KafkaAccess(args[0], args[1], Map.of());
        var settings = FetchSettings.defaults()
                .change()
                .instance("fetcher")
                .intervals(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(6), Duration.ZERO)
                .addressExceptions(Set.of(args[2]))
                .done();
        var fetcher = Fetcher.start(kafka, settings, SharedClock.at(Path.of(args[3])), new SimpleMeterRegistry());
        Runtime.getRuntime().addShutdownHook(new Thread(fetcher::close));
        fetcher.ended().toCompletableFuture().join();
    }
}
