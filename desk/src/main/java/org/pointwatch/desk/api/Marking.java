// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.override.StoryAudit;

/** Acknowledging and muting alerts, and taking that back. */
final class Marking {
    static final List<Param> TAKING_BACK = List.of(Param.one("by", ParamKind.NAME, "Who takes it back."));

    private static final String MAKE =
            """
            INSERT INTO alert_marks (alert, mark, kind, target, made_by, made_at, note, until)
            SELECT id, ?, kind, target, ?, ?, ?, ?::timestamptz FROM alerts WHERE id = ?
            ON CONFLICT (alert, mark) DO UPDATE SET made_by = excluded.made_by, made_at = excluded.made_at,
                note = excluded.note, until = excluded.until
            RETURNING alert
            """;

    /** Marks of alerts that were forgotten long ago say nothing to anybody. */
    private static final String FORGET =
            """
            DELETE FROM alert_marks k
            WHERE k.made_at < now() - interval '400 days' AND NOT EXISTS (SELECT FROM alerts a WHERE a.id = k.alert)
            RETURNING alert
            """;

    private final Tables tables;
    private final Backstage backstage;
    private final Audit audit;

    @Body
    @Says("Who notes it, and why.")
    record Request(
            @Says("Up to 100 characters.") String by,
            @Says("Up to 1,000 characters.") @Nullable String note,
            @Says("Muted for what is told before then; for good where it is left out. Of mutes only.") @Nullable
                    String until) {}

    @Says("The mark as it stands.")
    record Done(
            String alert,
            @Says("acknowledged or muted.") String mark,
            String by,
            Instant at,
            String note,
            @Nullable Instant until) {}

    @Says("The mark is gone.")
    record Undone(String alert, String mark) {}

    Marking(Tables tables, Backstage backstage, Audit audit) {
        this.tables = tables;
        this.backstage = backstage;
        this.audit = audit;
    }

    Done make(Call call, String mark) throws SQLException {
        var request = call.body(Request.class);
        var note = request.note() == null ? "" : request.note();
        var said = StoryAudit.of("by", request.by(), "note", note, backstage.clock());
        var until = until(request.until(), mark);
        var alert = call.segment("id");
        try (var connection = tables.openToWrite()) {
            var made = new Select(MAKE, mark, said.by(), said.at(), said.why(), until, alert)
                    .rows(connection, row -> row.getString(1));
            if (made.isEmpty()) {
                throw Refusal.missing("no alert has this id; it may have been forgotten with age");
            }
            new Select(FORGET).rows(connection, row -> row.getString(1));
        }
        audit.wrote(mark, alert, said.by(), said.why());
        return new Done(alert, mark, said.by(), said.at(), said.why(), until);
    }

    private static @Nullable Instant until(@Nullable String text, String mark) {
        if (text == null) {
            return null;
        }
        if (!mark.equals("muted")) {
            throw Refusal.bad("until=" + Shown.of(text) + " is for mutes: leave it out");
        }
        try {
            return Span.time(text, true);
        } catch (DateTimeException e) {
            throw Refusal.bad("until=" + Shown.of(text) + " " + ParamKind.TIME.mend());
        }
    }

    Undone undo(Call call, String mark) throws SQLException {
        var by = call.asked().one("by");
        if (by == null) {
            throw Refusal.bad("by is missing: say who takes it back, ?by=NAME");
        }
        var alert = call.segment("id");
        try (var connection = tables.openToWrite()) {
            var gone = new Select("DELETE FROM alert_marks WHERE alert = ? AND mark = ? RETURNING alert", alert, mark)
                    .rows(connection, row -> row.getString(1));
            if (gone.isEmpty()) {
                throw Refusal.missing("this alert is not " + mark.toLowerCase(Locale.ROOT));
            }
        }
        audit.wrote("un" + mark, alert, by, "");
        return new Undone(alert, mark);
    }
}
