// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.AlertWords;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.wire.Json;

@Says("What was told, newest first.")
record AlertsAnswer(@Nullable Instant asOf, List<Row> rows, @Nullable String next) implements Listing {

    record Row(
            String id,
            String dossier,
            String kind,
            String target,
            Instant at,
            @Says("The reason in words, with its numbers.") String why,
            @Says("Sentences.") List<String> evidence,
            @Says("Article id of the original of the story that set it off, as it stands now.") @Nullable String story,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String url,
            @Says("Id of the earlier alert that it follows.") @Nullable String escalates,
            @Says("Id of the newest alert that followed it.") @Nullable String escalatedBy,
            @Nullable Mark acknowledged,
            @Says("Of this alert, or of its kind about its target; null if it is not muted or no longer.") @Nullable
                    Mark muted,
            @Says("What people call the target.") String about,
            @Says("The reason as people read it: names for ids, days in words.") String words,
            @Says(
                            "How far it went: the story that set it off; of a surge, a silence or a shift of tone the target's counts over the 24 hours before. Null while nothing is stored.")
                    @Nullable
                    Told told) {

        Row with(@Nullable Told found) {
            return new Row(
                    id,
                    dossier,
                    kind,
                    target,
                    at,
                    why,
                    evidence,
                    story,
                    outlet,
                    title,
                    url,
                    escalates,
                    escalatedBy,
                    acknowledged,
                    muted,
                    about,
                    words,
                    found);
        }

        boolean isOfCoverage() {
            return AlertKind.of(kind).filter(AlertKind::ofCoverage).isPresent();
        }
    }

    record Mark(String by, Instant at, String note, @Says("Null for good.") @Nullable Instant until) {}

    /** A mute holds for what is told of the same kind and target until it ends. */
    private static final String SQL =
            """
            SELECT v.id, v.dossier, v.kind, v.target, v.at, v.why, v.evidence, v.story, v.outlet, v.title, v.url, v.escalates,
                   (SELECT a.id FROM alerts a WHERE a.escalates = v.id ORDER BY a.at DESC, a.id LIMIT 1) AS escalated_by,
                   k.made_by AS ack_by, k.made_at AS ack_at, k.note AS ack_note, k.until AS ack_until,
                   u.made_by AS mute_by, u.made_at AS mute_at, u.note AS mute_note, u.until AS mute_until
            FROM alerts_in_stories v
            LEFT JOIN alert_marks k ON k.alert = v.id AND k.mark = 'acknowledged'
            LEFT JOIN LATERAL (SELECT m.made_by, m.made_at, m.note, m.until FROM alert_marks m
                               WHERE m.mark = 'muted' AND m.kind = v.kind AND m.target = v.target
                                 AND (m.until IS NULL OR m.until > v.at)
                               ORDER BY m.made_at DESC LIMIT 1) u ON true
            WHERE true
            """;

    /** @param titles what people call a target */
    static AlertsAnswer of(Call call, UnaryOperator<String> titles) throws SQLException {
        var asked = call.asked();
        var select = new Select(SQL);
        select.addIf(!asked.all("kind").isEmpty(), "AND v.kind = ANY (?)", asked.all("kind"));
        select.addIf(
                !asked.all("point").isEmpty(),
                """
                AND EXISTS (SELECT FROM unnest(?::text[]) AS p WHERE v.target = 'point:' || p
                    OR starts_with(v.target, 'point:' || p || '/') OR starts_with(v.target, 'pair:' || p || '|'))
                """,
                asked.all("point"));
        select.addIf(
                !asked.all("actor").isEmpty(),
                """
                AND EXISTS (SELECT FROM unnest(?::text[]) AS a WHERE v.target = 'actor:' || a
                    OR starts_with(v.target, 'actor:' || a || '/') OR starts_with(v.target, 'pair:')
                       AND split_part(split_part(v.target, '|', 2), '/', 1) = a)
                """,
                asked.all("actor"));
        since(select, asked);
        var last = asked.cursor(2);
        if (last != null) {
            var at = Keys.time(last.get(0));
            select.add("AND v.at <= ? AND (v.at < ? OR v.id > ?)", at, at, last.get(1));
        }
        return page(call, select.add("ORDER BY v.at DESC, v.id LIMIT ?", asked.limit() + 1), asked.limit(), titles);
    }

    private static void since(Select select, Asked asked) {
        var from = asked.time("from");
        var to = asked.time("to");
        select.addIf(from != null, "AND v.at >= ?", from).addIf(to != null, "AND v.at < ?", to);
    }

    private static AlertsAnswer page(Call call, Select select, int limit, UnaryOperator<String> titles)
            throws SQLException {
        var rows = select.rows(call.tables(), row -> row(row, titles));
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var end = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = rows.size() > limit && end != null ? Cursor.write(end.at(), end.id()) : null;
        return new AlertsAnswer(call.stamp().asOf(), AlertsTold.of(call.tables(), page), next);
    }

    static List<Row> between(Call call, Span span, int most, UnaryOperator<String> titles) throws SQLException {
        var select = new Select(SQL)
                .add("AND v.at >= ? AND v.at < ? ORDER BY v.at DESC, v.id LIMIT ?", span.from(), span.to(), most);
        return AlertsTold.of(call.tables(), select.rows(call.tables(), row -> row(row, titles)));
    }

    private static Row row(ResultSet row, UnaryOperator<String> titles) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("dossier"),
                row.getString("kind"),
                row.getString("target"),
                Select.at(row, "at"),
                row.getString("why"),
                Json.MAPPER.readerForListOf(String.class).readValue(row.getString("evidence")),
                row.getString("story"),
                row.getString("outlet"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                row.getString("escalates"),
                row.getString("escalated_by"),
                mark(row, "ack"),
                mark(row, "mute"),
                titles.apply(row.getString("target")),
                AlertWords.of(row.getString("kind"), row.getString("why"), titles),
                null);
    }

    private static @Nullable Mark mark(ResultSet row, String which) throws SQLException {
        var by = row.getString(which + "_by");
        return by == null
                ? null
                : new Mark(
                        by,
                        Select.at(row, which + "_at"),
                        row.getString(which + "_note"),
                        Select.time(row, which + "_until"));
    }
}
