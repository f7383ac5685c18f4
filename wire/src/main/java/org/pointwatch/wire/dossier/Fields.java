// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping whose fields are asked for by name; what is left over in the end was not expected. */
final class Fields {
    private final String path;
    private final YamlNode at;
    private final Map<String, YamlNode.Field> left;
    private final List<String> expected = new ArrayList<>();
    private final Problems problems;

    Fields(String path, YamlNode node, Problems problems) {
        this.path = path;
        this.at = node;
        this.problems = problems;
        if (node instanceof YamlNode.Mapping mapping) {
            left = new LinkedHashMap<>(mapping.fields());
        } else {
            left = new LinkedHashMap<>();
            if (!(node instanceof YamlNode.Nothing)) {
                problems.add(node, path, "a mapping is expected here", "write key: value lines");
            }
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    YamlNode at() {
        return at;
    }

    @Nullable
    YamlNode take(String key) {
        expected.add(key);
        var field = left.remove(key);
        return field == null || field.value() instanceof YamlNode.Nothing ? null : field.value();
    }

    YamlNode require(String key) {
        var node = take(key);
        if (node == null) {
            problems.add(at, path(key), "missing", "add '" + key + ":'");
            return new YamlNode.Nothing(at.line(), at.column());
        }
        return node;
    }

    String text(String key) {
        var node = require(key);
        if (node instanceof YamlNode.Text text) {
            return text.value();
        }
        if (!(node instanceof YamlNode.Nothing)) {
            problems.add(node, path(key), "a text is expected here", "write one value");
        }
        return "";
    }

    List<YamlNode.Text> texts(String key) {
        var node = take(key);
        return node == null ? List.of() : texts(path(key), node, problems);
    }

    static List<YamlNode.Text> texts(String path, YamlNode node, Problems problems) {
        var texts = new ArrayList<YamlNode.Text>();
        for (var item : items(node)) {
            if (item instanceof YamlNode.Text text && !text.value().isBlank()) {
                texts.add(text);
            } else {
                problems.add(item, path, "a text is expected here", "write one text per line, quoted if it holds ': '");
            }
        }
        return texts;
    }

    List<Fields> records(String key) {
        var node = require(key);
        var records = new ArrayList<Fields>();
        var items = items(node);
        for (int i = 0; i < items.size(); i++) {
            records.add(new Fields(path(key) + "[" + i + "]", items.get(i), problems));
        }
        return records;
    }

    /** A mapping with free keys, such as one per language. */
    Map<String, YamlNode> byKey(String key) {
        var node = take(key);
        var values = new LinkedHashMap<String, YamlNode>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach((k, f) -> values.put(k, f.value()));
        } else if (node != null) {
            problems.add(node, path(key), "a mapping is expected here", "write key: value lines");
        }
        return values;
    }

    private static List<YamlNode> items(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        return node instanceof YamlNode.Nothing ? List.of() : List.of(node);
    }

    /** Complains about every key that nobody asked for. */
    void finish() {
        left.forEach((key, field) -> problems.add(
                field.line(), field.column(), path(key), "unknown key", "use one of " + String.join(", ", expected)));
    }
}
