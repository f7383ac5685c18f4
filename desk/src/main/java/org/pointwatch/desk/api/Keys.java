// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.DateTimeException;
import java.time.Instant;

/** Keys of a cursor as the values that they were; a cursor that somebody made up is refused. */
final class Keys {
    private Keys() {}

    static Instant time(String key) {
        try {
            return Span.time(Instant.parse(key).toString(), false);
        } catch (DateTimeException e) {
            throw Refusal.bad("cursor " + ParamKind.CURSOR.mend());
        }
    }

    static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Refusal.bad("cursor " + ParamKind.CURSOR.mend());
        }
    }
}
