// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the API can be asked. Requests are checked by it, and the OpenAPI document tells it.
 *
 * @param path with names in braces for the segments that vary
 * @param params of the query; no other is accepted
 * @param body a record that a posted body is read as, null where there is none
 * @param answer a record, or null where the answer is no JSON of ours
 * @param row of a {@link Listing}, else null
 * @param steady whether the answer depends on the tables and the question alone, so that it can carry an ETag
 */
record Operation(
        String method,
        String path,
        String summary,
        Access access,
        List<Param> params,
        @Nullable Class<?> body,
        @Nullable Class<?> answer,
        @Nullable Class<?> row,
        boolean steady,
        Handler handler) {

    /** Who may ask. */
    enum Access {
        /** Whoever may see the page. */
        READ,
        /** Whoever may write; where the desk has no tokens at all, whoever sits at this machine. */
        MARK,
        /** The holder of the write token, and nobody without one. */
        WRITE
    }

    /** Answers a checked request: a record as {@code answer} says, or a {@link Document}. */
    interface Handler {
        Object answer(Call call) throws SQLException;
    }

    static Operation get(String path, String summary, List<Param> params, Class<?> answer, Handler handler) {
        return new Operation("GET", path, summary, Access.READ, params, null, answer, null, true, handler);
    }

    static Operation list(
            String path, String summary, List<Param> params, Class<?> answer, Class<?> row, Handler handler) {
        return new Operation("GET", path, summary, Access.READ, params, null, answer, row, true, handler);
    }

    static Operation send(
            String method,
            String path,
            String summary,
            Access access,
            Class<?> body,
            Class<?> answer,
            Handler handler) {
        return new Operation(method, path, summary, access, List.of(), body, answer, null, false, handler);
    }

    /** Whether it is answered from the tables; what writes opens a connection of its own. */
    boolean asksTables() {
        return method.equals("GET") && answer != null;
    }

    /** The same, asked anew each time. */
    Operation unsteady() {
        return new Operation(method, path, summary, access, params, body, answer, row, false, handler);
    }
}
