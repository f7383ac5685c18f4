// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.deadline.DeadlineMention;

/**
 * Whom a deadline binds to what: deadlines of one binding are told apart by their days alone.
 *
 * @param bound actor id of who must act, null if nobody is named
 * @param point the one point it is about, null for the plan: where no point is named, or several
 */
public record Binding(String dossier, @Nullable String bound, @Nullable String point) {

    public static Binding of(String dossier, DeadlineMention mention) {
        var points = mention.points();
        return new Binding(dossier, mention.bound(), points.size() == 1 ? points.get(0) : null);
    }

    /** The id of the deadline that was first set to that day. */
    String id(LocalDate firstDay) {
        return Ids.hash("deadline", dossier, text(bound), text(point), firstDay.toString());
    }

    /** One string for all of it: ids hold no bar. */
    public String key() {
        return dossier + "|" + text(bound) + "|" + text(point);
    }

    /** The binding of a {@link #key}. */
    public static Binding parse(String key) {
        var point = key.lastIndexOf('|');
        var bound = key.lastIndexOf('|', point - 1);
        return new Binding(
                key.substring(0, bound), part(key.substring(bound + 1, point)), part(key.substring(point + 1)));
    }

    private static @Nullable String part(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
