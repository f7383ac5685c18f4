// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.ledger.Target;

/**
 * A target of a selection, taken apart: a row must have to do with both of them. Neither is given for a plan's: a system
 * follows one dossier.
 */
record WantedTarget(String target, @Nullable String point, @Nullable String actor) {
    private static final WantedTarget ANYTHING = new WantedTarget(Target.ALL, null, null);

    /** Those of a selection; one that takes anything if it has none. */
    static List<WantedTarget> of(Selection selection, String what, boolean facets) {
        return selection.targets().isEmpty()
                ? List.of(ANYTHING)
                : selection.targets().stream().map(t -> of(t, what, facets)).toList();
    }

    /** @throws Failure if it is none, or a part of one where there are none */
    private static WantedTarget of(String target, String what, boolean facets) {
        var slash = target.indexOf('/');
        if (slash >= 0 && !facets) {
            throw Failure.usage("--target " + target + ": " + what + " have no parts by language or group; leave off "
                    + target.substring(slash));
        }
        var whole = slash < 0 ? target : target.substring(0, slash);
        var colon = whole.indexOf(':');
        var kind = whole.substring(0, Math.max(0, colon));
        var id = whole.substring(colon + 1);
        var bar = id.indexOf('|');
        if (whole.equals(Target.ALL) || kind.equals("plan") && !id.isEmpty()) {
            return new WantedTarget(target, null, null);
        } else if (kind.equals("pair") && bar > 0 && bar < id.length() - 1) {
            return new WantedTarget(target, id.substring(0, bar), id.substring(bar + 1));
        } else if (kind.equals("point") && !id.isEmpty()) {
            return new WantedTarget(target, id, null);
        } else if (kind.equals("actor") && !id.isEmpty()) {
            return new WantedTarget(target, null, id);
        }
        throw Failure.usage("--target " + target
                + " is unknown: use point:<id>, actor:<id>, pair:<point>|<actor>, plan:<dossier> or all");
    }

    /** Three arrays, from {@code at} on: for {@code unnest(?::text[], ?::text[], ?::text[])}. */
    static void ask(Connection connection, PreparedStatement statement, int at, List<WantedTarget> wanted)
            throws SQLException {
        statement.setArray(at, connection.createArrayOf("text", column(wanted, WantedTarget::target)));
        statement.setArray(at + 1, connection.createArrayOf("text", column(wanted, WantedTarget::point)));
        statement.setArray(at + 2, connection.createArrayOf("text", column(wanted, WantedTarget::actor)));
    }

    private static @Nullable Object[] column(
            List<WantedTarget> wanted, Function<WantedTarget, @Nullable String> column) {
        return wanted.stream().map(column).toArray();
    }
}
