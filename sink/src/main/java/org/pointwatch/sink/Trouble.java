// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What to do about an error of the database, by its SQLSTATE. */
enum Trouble {
    /** A row that cannot be stored, whoever tries: 22xxx data, 23xxx constraint, 54xxx limits. */
    ROW,
    /** Deadlock or serialization failure: the same batch again. */
    RETRY,
    /** Wrong password, no such database, other tables than ours: waiting does not help. */
    FATAL,
    /** All else: away, starting, full, locked, read-only. The answer to a commit may be lost, so ask before going on. */
    WAIT;

    static Trouble of(SQLException e) {
        var state = e.getSQLState();
        if (state == null || state.length() != 5) {
            return WAIT;
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "54" -> ROW;
            case "40" -> state.equals("40001") || state.equals("40P01") ? RETRY : WAIT;
            case "28", "42", "3D", "3F" -> FATAL;
            default -> WAIT;
        };
    }

    /** Something else holds what we asked for, or it took too long: lock or statement timeout, deadlock. */
    static boolean isBusy(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.equals("55P03") || state.equals("57014") || state.equals("40P01") || state.equals("40001");
    }

    /** No answer came in time. */
    static boolean timedOut(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The database's error behind another exception, null if there is none. */
    static @Nullable SQLException behind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
