// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;

/**
 * Drops from a store what nothing can change any more: what was last written longer ago than the horizon and a day, by
 * wall clock. Nothing is posted for it, so what was published stays. A few keys are looked at each time, from where the
 * last look ended.
 */
final class Expiry<V> {
    static final Duration KEPT = EventTime.HORIZON.plusDays(1);
    static final Duration EVERY = Duration.ofSeconds(10);

    /** Some milliseconds of decoding; half a million keys are gone through in less than three hours. */
    private static final int LOOKED_AT = 500;

    private final Dated<V> store;
    private final BiPredicate<String, Long> held;
    private final Consumer<String> drop;
    private final Counter expired;
    private @Nullable String next;

    /**
     * @param held whether a key must stay although it was not written since the given time
     * @param drop takes a key out of the store
     */
    Expiry(String name, Dated<V> store, BiPredicate<String, Long> held, Consumer<String> drop, MeterRegistry meters) {
        this.store = store;
        this.held = held;
        this.drop = drop;
        this.expired = meters.counter("pointwatch_state_expired_total", "store", name);
    }

    void look(long now) {
        var since = now - KEPT.toMillis();
        var old = new ArrayList<String>();
        var looked = 0;
        try (var entries = store.from(next)) {
            next = null;
            while (entries.hasNext() && next == null) {
                var entry = entries.next();
                if (entry.value.timestamp() < since) {
                    old.add(entry.key);
                }
                if (++looked == LOOKED_AT && entries.hasNext()) {
                    next = entries.peekNextKey();
                }
            }
        }
        for (var key : old) {
            if (!held.test(key, since)) {
                drop.accept(key);
                expired.increment();
            }
        }
    }
}
