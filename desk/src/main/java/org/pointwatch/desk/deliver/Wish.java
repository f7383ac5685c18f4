// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts somebody wants; an empty set is all.
 *
 * @param targets {@code point:<id>} and {@code actor:<id>} with their facets and pairs, any other target as it stands
 */
public record Wish(Set<String> kinds, Set<String> targets) {
    public static final Wish ALL = new Wish(Set.of(), Set.of());

    public Wish {
        kinds = Set.copyOf(kinds);
        targets = Set.copyOf(targets);
    }

    /** For SQL, null for all. */
    Object @Nullable [] kindsAsked() {
        return kinds.isEmpty() ? null : new TreeSet<>(kinds).toArray();
    }

    /** LIKE patterns, null for all. */
    Object @Nullable [] patterns() {
        return targets.isEmpty()
                ? null
                : targets.stream()
                        .sorted()
                        .map(Wish::patterns)
                        .flatMap(Collection::stream)
                        .toArray();
    }

    private static List<String> patterns(String target) {
        var plain = escaped(target);
        var id = plain.substring(plain.indexOf(':') + 1);
        if (target.startsWith("point:")) {
            return List.of(plain, plain + "/%", "pair:" + id + "|%");
        } else if (target.startsWith("actor:")) {
            return List.of(plain, plain + "/%", "pair:%|" + id, "pair:%|" + id + "/%");
        }
        return List.of(plain);
    }

    private static String escaped(String target) {
        return target.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
