// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.feed.AlertEntry;
import org.pointwatch.wire.record.Alert;

final class Notices {
    static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private Notices() {}

    static Notice notice(
            String id, String why, List<String> evidence, String outlet, String headline, @Nullable String url) {
        var alert = new Alert(id, "plan", "new-deadline", "point:army-cap", NOON, why, evidence, "s1", null);
        return new Notice(new AlertEntry(alert, null, url), outlet, headline, null);
    }

    /** The same from a desk that knows its address. */
    static Notice at(String desk, Notice notice) {
        return new Notice(notice.entry(), notice.outlet(), notice.headline(), desk);
    }

    static Notice plain(String id) {
        return notice(
                id,
                "A deadline was set for 27 November.",
                List.of("They have until Thursday."),
                "one.example",
                "A cap on the army",
                "https://one.example/1");
    }
}
