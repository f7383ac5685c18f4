// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What became of alerts on their way to one destination. */
final class DeliveryMeters {
    private final MeterRegistry registry;
    private final String destination;
    private final AtomicLong waiting = new AtomicLong();

    DeliveryMeters(MeterRegistry registry, String destination) {
        this.registry = registry;
        this.destination = destination;
        Gauge.builder("pointwatch.desk.deliveries.waiting", waiting, AtomicLong::doubleValue)
                .description("Alerts that the destination has not had yet")
                .tag("destination", destination)
                .strongReference(true)
                .register(registry);
    }

    /** @param outcome delivered, failed (and tried again), given-up, late or closed */
    void count(String outcome, int alerts) {
        if (alerts > 0) {
            registry.counter("pointwatch.desk.deliveries", "destination", destination, "outcome", outcome)
                    .increment(alerts);
        }
    }

    void waiting(long alerts) {
        waiting.set(alerts);
    }
}
