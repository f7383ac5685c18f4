// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.wire.record.Alert;

/** From a row of the sink's table {@code alerts}, with what was found beside it, to an entry. */
public final class AlertRow {
    private AlertRow() {}

    public static AlertEntry read(ResultSet row) throws SQLException {
        var alert = new Alert(
                row.getString("id"),
                row.getString("dossier"),
                row.getString("kind"),
                row.getString("target"),
                DeadlineRow.time(row, "at"),
                row.getString("why"),
                DeadlineRow.list(row, "evidence", String.class),
                row.getString("story"),
                row.getString("escalates"));
        var escalated = row.getObject("escalated", OffsetDateTime.class);
        return new AlertEntry(
                alert, escalated == null ? null : escalated.toInstant(), StoryCard.link(row.getString("url")));
    }
}
