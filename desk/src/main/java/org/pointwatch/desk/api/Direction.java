// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

/** Which way a list goes through event time; what shares a time is in the same order either way. */
enum Direction {
    NEWEST_FIRST("DESC", "<"),
    OLDEST_FIRST("ASC", ">");

    static final Param PARAM = Param.word("order", "new", "The newest or the oldest first.", "new", "old");

    private final String sql;
    private final String beyond;

    Direction(String sql, String beyond) {
        this.sql = sql;
        this.beyond = beyond;
    }

    static Direction of(Asked asked) {
        return asked.word("order").equals("old") ? OLDEST_FIRST : NEWEST_FIRST;
    }

    String sql() {
        return sql;
    }

    /** How a time on a later page compares with one on an earlier. */
    String beyond() {
        return beyond;
    }
}
