// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * A store that knows when each of its values was written, by the clock on the wall. A record's timestamp would not do: a
 * foreign producer may set it to 1970, and history that is read again is as old as it is.
 */
final class Dated<V> implements Remembered.Values<V> {
    private final KeyValueStore<String, ValueAndTimestamp<V>> store;

    private Dated(KeyValueStore<String, ValueAndTimestamp<V>> store) {
        this.store = store;
    }

    /** @param store of the kind that {@link TopologyStores} makes for it */
    @SuppressWarnings("unchecked") // its name says what it holds
    static <V> Dated<V> of(StateStore store) {
        return new Dated<>((KeyValueStore<String, ValueAndTimestamp<V>>) store);
    }

    @Override
    public @Nullable V get(String key) {
        return ValueAndTimestamp.getValueOrNull(store.get(key));
    }

    @Override
    public void put(String key, V value, long at) {
        store.put(key, ValueAndTimestamp.make(value, at));
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    /** Whether a value was written at that time or later. */
    boolean touchedSince(String key, long since) {
        var value = store.get(key);
        return value != null && value.timestamp() >= since;
    }

    /** Those whose keys begin so. */
    KeyValueIterator<String, ValueAndTimestamp<V>> under(String prefix) {
        return store.prefixScan(prefix, new StringSerializer());
    }

    /** From a key on, or from the first. */
    KeyValueIterator<String, ValueAndTimestamp<V>> from(@Nullable String key) {
        return key == null ? store.all() : store.range(key, null);
    }
}
