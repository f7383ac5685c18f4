// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;

/**
 * A target taken apart.
 *
 * @param kind point, actor, pair, plan or all
 * @param id of the point, actor or dossier; of a pair, the point's; empty for all
 * @param actor of a pair, else null
 * @param language of a facet, else null
 * @param group of a facet, else null
 */
record TargetName(
        String text,
        String kind,
        String id,
        @Nullable String actor,
        @Nullable String language,
        @Nullable String group) {
    private static final Set<String> SINGLE = Set.of("point", "actor", "plan");
    private static final int LONGEST = 400;

    /** Null if that is no target. */
    static @Nullable TargetName read(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            return null;
        }
        var slash = text.indexOf('/');
        var base = slash < 0 ? text : text.substring(0, slash);
        var facet = slash < 0 ? "" : text.substring(slash + 1);
        var language = facet.startsWith("lang:") ? facet.substring(5) : null;
        var group = facet.startsWith("group:") ? facet.substring(6) : null;
        var badFacet =
                slash >= 0 && (language == null && group == null || facet.endsWith(":") || facet.indexOf('/') >= 0);
        return badFacet ? null : of(text, base, language, group);
    }

    private static @Nullable TargetName of(
            String text, String base, @Nullable String language, @Nullable String group) {
        if (base.equals(Target.ALL)) {
            return new TargetName(text, "all", "", null, language, group);
        }
        var colon = base.indexOf(':');
        var kind = colon < 0 ? "" : base.substring(0, colon);
        var id = base.substring(colon + 1);
        if (SINGLE.contains(kind) && !id.isEmpty() && id.indexOf('|') < 0) {
            return new TargetName(text, kind, id, null, language, group);
        }
        var bar = id.indexOf('|');
        return kind.equals("pair") && bar > 0 && bar < id.length() - 1
                ? new TargetName(text, kind, id.substring(0, bar), id.substring(bar + 1), language, group)
                : null;
    }

    boolean isFacet() {
        return language != null || group != null;
    }
}
