// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Lists of texts by key, such as the examples of a point by language. */
final class Lists {
    private final Map<String, List<Entry>> byKey = new LinkedHashMap<>();

    void put(String key, List<Entry> entries, Change change) {
        var list = byKey.computeIfAbsent(key, k -> new ArrayList<>());
        if (change == Change.OVERRIDE) {
            list.clear();
        }
        list.addAll(entries);
    }

    void putAll(String path, Map<String, YamlNode.Field> fields, Change change, Problems problems) {
        fields.forEach((key, field) -> put(key, Fields.texts(path + "." + key, field.value(), problems), change));
    }

    List<Entry> get(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Each text once. */
    List<String> values(String key) {
        return get(key).stream().map(Entry::value).distinct().toList();
    }

    Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        byKey.forEach((key, entries) -> {
            if (!entries.isEmpty()) {
                values.put(key, values(key));
            }
        });
        return values;
    }

    void forEach(BiConsumer<String, List<Entry>> action) {
        byKey.forEach(action);
    }
}
