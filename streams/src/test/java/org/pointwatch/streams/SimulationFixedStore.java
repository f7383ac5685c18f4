// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.lang.reflect.Proxy;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A store with one value. */
final class SimulationFixedStore {
    private SimulationFixedStore() {}

    @SuppressWarnings("unchecked") // only asked for its one value
    static ReadOnlyKeyValueStore<String, byte[]> of(String key, byte[] value) {
        return (ReadOnlyKeyValueStore<String, byte[]>) Proxy.newProxyInstance(
                SimulationFixedStore.class.getClassLoader(),
                new Class<?>[] {ReadOnlyKeyValueStore.class},
                (store, question, arguments) -> key.equals(arguments[0]) ? value : null);
    }
}
