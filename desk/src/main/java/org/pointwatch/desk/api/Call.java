// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as a handler sees it: checked, with one view of the tables. */
final class Call {
    private final Asked asked;
    private final Map<String, String> segments;
    private final @Nullable Object body;
    private final @Nullable Connection tables;
    private final Stamp stamp;
    private final String desk;

    Call(
            Asked asked,
            Map<String, String> segments,
            @Nullable Object body,
            @Nullable Connection tables,
            Stamp stamp,
            String desk) {
        this.asked = asked;
        this.segments = segments;
        this.body = body;
        this.tables = tables;
        this.stamp = stamp;
        this.desk = desk;
    }

    Asked asked() {
        return asked;
    }

    String segment(String name) {
        return String.valueOf(segments.get(name));
    }

    <T> T body(Class<T> type) {
        return Objects.requireNonNull(type.cast(body));
    }

    Stamp stamp() {
        return stamp;
    }

    /** The desk's address, for what is read elsewhere; with a slash at its end. */
    String desk() {
        return desk;
    }

    boolean hasTables() {
        return tables != null;
    }

    /** @throws SQLException if this desk has no database */
    Connection tables() throws SQLException {
        if (tables == null) {
            throw new NoTables();
        }
        return tables;
    }
}
