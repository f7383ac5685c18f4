// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that were read and found good. */
public final class Settings {
    private final Map<String, Object> values;
    private final Map<String, String> kafka;

    Settings(Map<String, Object> values, Map<String, String> kafka) {
        this.values = Map.copyOf(values);
        this.kafka = Map.copyOf(kafka);
    }

    /** The value; of a key without default only after {@link #has} said so. */
    public <T> T get(Key<T> key) {
        var value = find(key);
        if (value == null) {
            throw new IllegalStateException("no " + key.name() + " was given and there is no default");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the reader put it there by this key's own kind
    public <T> @Nullable T find(Key<T> key) {
        return (T) values.get(key.name());
    }

    public boolean has(Key<?> key) {
        return values.containsKey(key.name());
    }

    /** Raw keys for every Kafka client, without {@code kafka.}; the addresses are not among them. */
    public Map<String, String> kafka() {
        return kafka;
    }
}
