// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

/** Whether the asker may. Reading was allowed before the request came here. */
final class Permission {
    private Permission() {}

    static void check(Operation operation, Ask ask) {
        var allowed =
                switch (operation.access()) {
                    case READ -> true;
                    case MARK -> ask.writer() || ask.tokenless();
                    case WRITE -> ask.writer();
                };
        if (!allowed) {
            throw new Refusal(
                    403,
                    "this needs the write token: set desk.write.token, and send it as Authorization: Bearer ... or open"
                            + " /?token=... with it once");
        }
    }
}
