// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store with its most recently used values at hand as objects: an article's news come in bursts, and decoding its
 * state for each of them was a fifth of the topology's processor time. Only the task that owns the store writes it.
 */
final class Remembered<V> {
    private static final int MOST = 5_000;

    private final Values<V> store;
    private final Map<String, V> recent = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    };

    /** What is behind: a store that takes down when a value was written, or one that does not. */
    interface Values<V> {
        @Nullable
        V get(String key);

        void put(String key, V value, long at);

        void delete(String key);
    }

    private record Undated<V>(KeyValueStore<String, V> store) implements Values<V> {
        @Override
        public @Nullable V get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, V value, long at) {
            store.put(key, value);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }
    }

    Remembered(KeyValueStore<String, V> store) {
        this(new Undated<>(store));
    }

    Remembered(Values<V> store) {
        this.store = store;
    }

    @Nullable
    V get(String key) {
        var value = recent.get(key);
        if (value == null) {
            value = store.get(key);
            if (value != null) {
                recent.put(key, value);
            }
        }
        return value;
    }

    /** Where nobody asks when. */
    void put(String key, V value) {
        put(key, value, 0);
    }

    void put(String key, V value, long at) {
        store.put(key, value, at);
        recent.put(key, value);
    }

    /** What the store would answer by now, though not from this value. */
    void remember(String key, V value) {
        recent.put(key, value);
    }

    void delete(String key) {
        store.delete(key);
        recent.remove(key);
    }
}
