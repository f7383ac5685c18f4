// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;

/**
 * What differs between two dossiers. Rules are told apart by their text: where one is put in between, those behind it get
 * other ids and stay the same rules. One that went and one that came under the same id are one that was changed.
 */
final class RuleDiff {
    /** @param before null if it was added, {@code after} null if it was removed */
    record Change(String kind, String of, String language, String id, @Nullable String before, @Nullable String after) {
        String verb() {
            return before == null ? "added" : after == null ? "removed" : "changed";
        }

        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("change", verb());
            json.put("kind", kind);
            json.put("of", of);
            json.put("language", language);
            json.put("id", id);
            json.put("before", before);
            json.put("after", after);
            return json;
        }
    }

    private record Family(String kind, String of, String language) {}

    private RuleDiff() {}

    static List<Change> of(Dossier before, Dossier after) {
        var old = families(before);
        var fresh = families(after);
        var all = new ArrayList<>(fresh.keySet());
        old.keySet().stream().filter(f -> !fresh.containsKey(f)).forEach(all::add);
        var changes = new ArrayList<Change>();
        for (var family : all) {
            compare(family, old.getOrDefault(family, List.of()), fresh.getOrDefault(family, List.of()), changes);
        }
        return changes;
    }

    private static Map<Family, List<DossierEntry>> families(Dossier dossier) {
        return DossierEntry.all(dossier).stream()
                .collect(Collectors.groupingBy(
                        e -> new Family(e.kind(), e.of(), e.language()), LinkedHashMap::new, Collectors.toList()));
    }

    private static void compare(
            Family family, List<DossierEntry> before, List<DossierEntry> after, List<Change> changes) {
        var removed = without(before, after);
        var added = without(after, before);
        for (var e : added.entrySet()) {
            var old = removed.remove(e.getKey());
            changes.add(change(family, e.getKey(), old, e.getValue()));
        }
        removed.forEach((id, text) -> changes.add(change(family, id, text, null)));
    }

    private static Change change(Family f, String id, @Nullable String before, @Nullable String after) {
        return new Change(f.kind(), f.of(), f.language(), id, before, after);
    }

    /** Id to text of what does not stand in the other list as well. */
    private static Map<String, String> without(List<DossierEntry> entries, List<DossierEntry> others) {
        var known = others.stream().map(DossierEntry::text).collect(Collectors.toCollection(HashSet::new));
        var left = new LinkedHashMap<String, String>();
        entries.stream().filter(e -> !known.contains(e.text())).forEach(e -> left.put(e.id(), e.text()));
        return left;
    }
}
