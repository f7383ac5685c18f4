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
                problems.add(node.place(), path, "a mapping is expected here", "write key: value lines");
            }
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Place place() {
        return at.place();
    }

    Problems problems() {
        return problems;
    }

    @Nullable
    YamlNode take(String key) {
        expected.add(key);
        var field = left.remove(key);
        return field == null || field.value() instanceof YamlNode.Nothing ? null : field.value();
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    /** One text, null if there is none. */
    @Nullable
    Entry optional(String key) {
        return entry(key, take(key));
    }

    private @Nullable Entry entry(String key, @Nullable YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return new Entry(path(key), -1, text);
        }
        if (node != null) {
            problems.add(node.place(), path(key), "a text is expected here", "write one value");
        }
        return null;
    }

    /** One text; null, and a problem, if there is none. */
    @Nullable
    Entry required(String key) {
        var node = take(key);
        if (node == null) {
            missing(key);
        }
        return entry(key, node);
    }

    void missing(String key) {
        problems.addMissing(place(), path(key), "missing", "add '" + key + ":'");
    }

    /** One text under a change: a definition must give it, an extension cannot. */
    @Nullable
    Entry single(String key, @Nullable Entry before, Change change) {
        if (change == Change.DEFINE) {
            return required(key);
        }
        var given = optional(key);
        if (given != null && change == Change.EXTEND && before != null) {
            given.problem(problems, "there can be only one", "move it under 'override:'");
            return before;
        }
        return given == null ? before : given;
    }

    List<Entry> texts(String key) {
        var node = take(key);
        return node == null ? List.of() : texts(path(key), node, problems);
    }

    static List<Entry> texts(String path, YamlNode node, Problems problems) {
        var texts = new ArrayList<Entry>();
        var items = items(node);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof YamlNode.Text text && !text.value().isBlank()) {
                texts.add(new Entry(path, i, text));
            } else {
                var mend = "write one text per line, quoted if it holds ': '";
                problems.add(items.get(i).place(), path, "a text is expected here", mend);
            }
        }
        return texts;
    }

    List<Fields> records(String key) {
        var node = take(key);
        var records = new ArrayList<Fields>();
        var items = node == null ? List.<YamlNode>of() : items(node);
        for (int i = 0; i < items.size(); i++) {
            records.add(new Fields(path(key) + "[" + i + "]", items.get(i), problems));
        }
        return records;
    }

    /** A mapping with free keys, such as one per language. */
    Map<String, YamlNode.Field> byKey(String key) {
        var node = take(key);
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.fields();
        }
        if (node != null) {
            problems.add(node.place(), path(key), "a mapping is expected here", "write key: value lines");
        }
        return Map.of();
    }

    /** A mapping with fixed keys; without any if it is not there. */
    Fields inner(String key) {
        var node = take(key);
        return new Fields(path(key), node == null ? new YamlNode.Nothing(place()) : node, problems);
    }

    static List<YamlNode> items(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        return node instanceof YamlNode.Nothing ? List.of() : List.of(node);
    }

    /** Complains about every key that nobody asked for. */
    void finish() {
        left.forEach((key, field) ->
                problems.add(field.place(), path(key), "unknown key", "use one of " + String.join(", ", expected)));
    }
}
