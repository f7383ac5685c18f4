// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The languages that a dossier names: no others may stand in it. */
final class Languages {
    static final String ANY = "any";

    private static final Set<String> ISO = Set.of(Locale.getISOLanguages());
    private static final String MEND = "use a code of ISO 639-1, such as en or uk";

    private final Set<String> named = new LinkedHashSet<>();
    private final Map<SourceLines, String> firsts = new HashMap<>();
    private final Problems problems;

    Languages(Problems problems) {
        this.problems = problems;
    }

    void add(SourceLines source, List<Entry> languages) {
        for (var language : languages) {
            firsts.putIfAbsent(source, language.value());
            if (!ISO.contains(language.value())) {
                language.problem(problems, "'" + language.value() + "' is no language", MEND);
            }
            named.add(language.value());
        }
    }

    List<String> all() {
        return List.copyOf(named);
    }

    /** The language of what names none: the first one of its file, else of the dossier. */
    String firstOf(SourceLines file) {
        return firsts.getOrDefault(
                file, named.isEmpty() ? "en" : named.iterator().next());
    }

    /** A language's own key. */
    void check(String field, String key, Place at) {
        if (!named.contains(key)) {
            var mend = ISO.contains(key) ? "add it to 'languages:'" : MEND;
            problems.addMissing(at, field + "." + key, "'" + key + "' is not among the languages " + named, mend);
        }
    }

    /** A language's key, or the word for every language. */
    void checkOrAny(String field, String key, Place at) {
        if (!key.equals(ANY)) {
            check(field, key, at);
        }
    }
}
