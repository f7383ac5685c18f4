// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All definitions of one kind, by id. */
final class Definitions<D extends Draft> {
    private final String kind;
    private final Function<Entry, D> blank;
    private final Languages languages;
    private final Map<String, D> byId = new LinkedHashMap<>();
    private final Map<String, Entry> ids = new LinkedHashMap<>();
    private final List<D> doubles = new ArrayList<>();

    /**
     * @param kind such as {@code point}
     * @param blank a definition of which only the id is known
     */
    Definitions(String kind, Languages languages, Function<Entry, D> blank) {
        this.kind = kind;
        this.languages = languages;
        this.blank = blank;
    }

    String field() {
        return kind + "s";
    }

    void define(Fields file) {
        for (var fields : file.records(field())) {
            var id = fields.required("id");
            if (id == null) {
                id = new Entry(fields.path("id"), -1, new YamlNode.Text("", fields.place()));
            } else {
                Ids.check(id, fields.problems());
            }
            var draft = blank.apply(id);
            draft.read(fields, Change.DEFINE, languages);
            fields.finish();
            keep(id, draft, fields.problems());
        }
    }

    private void keep(Entry id, D draft, Problems problems) {
        var former = ids.putIfAbsent(id.value(), id);
        if (former == null) {
            byId.put(id.value(), draft);
            return;
        }
        doubles.add(draft);
        var problem = "'" + id.value() + "' is defined in " + former.place().brief() + " already";
        id.problem(problems, problem, "use 'extend:' or 'override:', or choose another id");
    }

    /** Reads a list of extensions or overrides. */
    void change(Fields section, Change change) {
        for (var fields : section.records(field())) {
            var id = fields.required("id");
            var draft = id == null ? null : find(id, fields.problems());
            if (draft == null) {
                draft = blank.apply(new Entry("", -1, new YamlNode.Text("", fields.place())));
                doubles.add(draft);
            }
            draft.read(fields, change, languages);
            fields.finish();
        }
    }

    void remove(Fields section) {
        for (var id : section.texts(field())) {
            if (find(id, section.problems()) != null) {
                byId.remove(id.value());
            }
        }
    }

    private @Nullable D find(Entry id, Problems problems) {
        var draft = byId.get(id.value());
        if (draft == null) {
            var problem = "no " + kind + " '" + id.value() + "'";
            id.missing(problems, problem, "define it under '" + field() + ":' or correct the id");
        }
        return draft;
    }

    @Nullable
    D get(String id) {
        return byId.get(id);
    }

    Collection<D> all() {
        return byId.values();
    }

    /** With those that cannot stand, so that their rules are looked at as well. */
    Stream<D> read() {
        return Stream.concat(byId.values().stream(), doubles.stream());
    }
}
