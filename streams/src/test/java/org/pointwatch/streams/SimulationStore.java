// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.streams.SimulationBlueprint.StoreSerdes;
import org.pointwatch.streams.SimulationBroker.Change;

/** A store of bytes in the order of their keys; every value goes through its serde, both ways. */
final class SimulationStore implements KeyValueStore<Object, Object> {
    private final String name;
    private final StoreSerdes serdes;
    private final NavigableMap<Bytes, byte[]> entries;
    private final SimulationFaults faults;
    private final Consumer<Change> changed;

    SimulationStore(
            String name,
            StoreSerdes serdes,
            NavigableMap<Bytes, byte[]> entries,
            SimulationFaults faults,
            Consumer<Change> changed) {
        this.name = name;
        this.serdes = serdes;
        this.entries = entries;
        this.faults = faults;
        this.changed = changed;
    }

    private Bytes key(Object key) {
        return Bytes.wrap(serdes.key().serializer().serialize(name, key));
    }

    private Object value(byte[] bytes) {
        return serdes.value().deserializer().deserialize(name, bytes);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        var bytes = key(Objects.requireNonNull(key));
        var stored = value == null ? null : serdes.value().serializer().serialize(name, value);
        faults.step(SimulationPoint.STORE_WRITE);
        if (stored == null) {
            entries.remove(bytes);
        } else {
            entries.put(bytes, stored);
        }
        changed.accept(new Change(name, bytes, stored));
        faults.step(SimulationPoint.STORE_WRITE);
    }

    @Override
    public @Nullable Object putIfAbsent(Object key, Object value) {
        var before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Object, Object>> all) {
        all.forEach(one -> put(one.key, one.value));
    }

    @Override
    public @Nullable Object delete(Object key) {
        var before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public @Nullable Object get(Object key) {
        faults.step(SimulationPoint.STORE_READ);
        var bytes = entries.get(key(Objects.requireNonNull(key)));
        return bytes == null ? null : value(bytes);
    }

    @Override
    public KeyValueIterator<Object, Object> range(@Nullable Object from, @Nullable Object to) {
        NavigableMap<Bytes, byte[]> found = entries;
        if (from != null) {
            found = found.tailMap(key(from), true);
        }
        if (to != null) {
            found = found.headMap(key(to), true);
        }
        return found(found);
    }

    @Override
    public KeyValueIterator<Object, Object> all() {
        return found(entries);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Object, Object> prefixScan(P prefix, S serializer) {
        var from = serializer.serialize(name, prefix);
        var found = new TreeMap<Bytes, byte[]>();
        for (var entry : entries.tailMap(Bytes.wrap(from), true).entrySet()) {
            var key = entry.getKey().get();
            if (key.length < from.length || !Arrays.equals(key, 0, from.length, from, 0, from.length)) {
                break;
            }
            found.put(entry.getKey(), entry.getValue());
        }
        return found(found);
    }

    /** As it is now, whatever is put or taken away while it is walked. */
    private KeyValueIterator<Object, Object> found(Map<Bytes, byte[]> found) {
        faults.step(SimulationPoint.STORE_READ);
        var now = new ArrayList<KeyValue<Bytes, byte[]>>(found.size());
        found.forEach((key, value) -> now.add(KeyValue.pair(key, value)));
        return new Walk(now.iterator());
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // there before the task
    }

    @Override
    public void close() {
        // nothing to give back
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    private final class Walk implements KeyValueIterator<Object, Object> {
        private final Iterator<KeyValue<Bytes, byte[]>> left;

        Walk(Iterator<KeyValue<Bytes, byte[]>> left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left.hasNext();
        }

        @Override
        public KeyValue<Object, Object> next() {
            if (!left.hasNext()) {
                throw new NoSuchElementException();
            }
            var next = left.next();
            return KeyValue.pair(serdes.key().deserializer().deserialize(name, next.key.get()), value(next.value));
        }

        @Override
        public Object peekNextKey() {
            throw new UnsupportedOperationException("no processor looks ahead");
        }

        @Override
        public void close() {
            // a copy
        }
    }
}
