// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;

@Says("How each feed does: those that do not do well first.")
record FeedsAnswer(
        @Nullable Instant asOf,
        @Says("Healthy, and keeping to its rhythm; or not asked yet.") long alive,
        @Says("Healthy, and silent against its own rhythm.") long silent,
        long failing,
        @Says("Given up: the publisher says that it is gone.") long gone,
        @Says("Of all feeds.") Bodies bodies,
        @Says("By group and language: counts are to be read with these. The largest first, at most 100.")
                List<Seen> meter,
        @Says("Outlets of which articles were refused, most refused first, at most 50.") List<Refusing> refusing,
        List<Row> rows,
        @Nullable String next)
        implements Listing {

    @Says("Revisions ever published, by how much of the article was read.")
    record Bodies(
            @Says("With the text of the whole article.") long full,
            @Says("With what the feed has.") long feedOnly,
            @Says("The site does not show it.") long refused) {

        static Bodies of(ResultSet row) throws SQLException {
            return new Bodies(
                    row.getLong("bodies_full"), row.getLong("bodies_feed_only"), row.getLong("bodies_refused"));
        }
    }

    record Seen(
            @Says("As facets write it; null for feeds without one.") @Nullable String group,
            @Nullable String language,
            long feeds,
            long alive,
            long silent,
            long failing,
            long gone,
            long unasked,
            Bodies bodies) {}

    record Refusing(String outlet, long feeds, Bodies bodies) {}

    record Row(
            @Says("Its address.") String feed,
            @Says("The address where a reader may follow it: http or https, else null.") @Nullable String url,
            String outlet,
            @Nullable String title,
            @Says("In the list of feeds, as facets write it.") @Nullable String group,
            @Says("In the list of feeds.") @Nullable String language,
            @Says("new, healthy, failing or gone.") String health,
            boolean silent,
            @Says("Time of its newest entry, if it is silent.") @Nullable Instant silentSince,
            @Says("temporary passes by itself, soft may pass, hard lasts; null if the last poll went well.") @Nullable
                    String trouble,
            @Says("Why it is not healthy.") @Nullable String reason,
            @Nullable Instant lastPoll,
            @Says("Last time it answered something new.") @Nullable Instant lastChange,
            Instant nextPoll,
            @Says("Failed polls in a row.") long failures,
            long polls,
            @Says("Revisions ever published from it.") long articles,
            Bodies bodies,
            @Nullable String format) {}

    private record Counted(long alive, long silent, long failing, long gone) {}

    private static final String JUDGED =
            """
            SELECT feeds.*, CASE health WHEN 'gone' THEN 0 WHEN 'failing' THEN 1 WHEN 'healthy' THEN 3 ELSE 4 END AS kind,
                   health = 'healthy' AND silent_since IS NOT NULL AS silent
            FROM feeds
            """;

    private static final String BODIES = "coalesce(sum(bodies_full), 0)::bigint AS bodies_full,"
            + " coalesce(sum(bodies_feed_only), 0)::bigint AS bodies_feed_only,"
            + " coalesce(sum(bodies_refused), 0)::bigint AS bodies_refused";

    private static final String METER =
            "SELECT * FROM coverage_meter ORDER BY feeds DESC, outlet_group, language LIMIT 100";

    private static final String REFUSING = "SELECT outlet, count(*) AS feeds, " + BODIES
            + " FROM feeds GROUP BY outlet HAVING sum(bodies_refused) > 0 ORDER BY bodies_refused DESC, outlet LIMIT 50";

    private static final String COUNTS = "SELECT count(*) FILTER (WHERE health IN ('healthy', 'new') AND NOT silent),"
            + " count(*) FILTER (WHERE silent), count(*) FILTER (WHERE health = 'failing'),"
            + " count(*) FILTER (WHERE health = 'gone') FROM (" + JUDGED + ") j";

    @Says("What can be seen of each group and language: counts are to be read with it. The largest first, at most 100.")
    record Meter(@Nullable Instant asOf, List<Seen> rows) implements Listing {}

    @Says("Outlets of which articles were refused, most refused first, at most 50.")
    record Refused(@Nullable Instant asOf, List<Refusing> rows) implements Listing {}

    static List<Operation> operations() {
        var feeds = Api.PREFIX + "feeds";
        return List.of(
                Operation.list(
                        feeds,
                        "How each feed does.",
                        Params.paged(
                                Param.words("health", "Any of these.", List.of("new", "healthy", "failing", "gone"))),
                        FeedsAnswer.class,
                        Row.class,
                        FeedsAnswer::of),
                Operation.list(
                        feeds + "/meter",
                        "What can be seen of each group and language.",
                        Params.whole(),
                        Meter.class,
                        Seen.class,
                        call -> new Meter(
                                call.stamp().asOf(), new Select(METER).rows(call.tables(), FeedsAnswer::seen))),
                Operation.list(
                        feeds + "/refusing",
                        "Outlets whose pages may not be read.",
                        Params.whole(),
                        Refused.class,
                        Refusing.class,
                        call -> new Refused(
                                call.stamp().asOf(), new Select(REFUSING).rows(call.tables(), FeedsAnswer::refusing))));
    }

    static FeedsAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var limit = asked.limit();
        var select = new Select("SELECT * FROM (SELECT j.*, CASE WHEN silent THEN 2 ELSE kind END AS place FROM ("
                        + JUDGED + ") j) p WHERE true")
                .addIf(!asked.all("health").isEmpty(), "AND health = ANY (?)", asked.all("health"));
        var last = asked.cursor(3);
        if (last != null) {
            select.add(
                    "AND (place, outlet, feed_hash) > (?, ?, ?)", Keys.number(last.get(0)), last.get(1), last.get(2));
        }
        select.add("ORDER BY place, outlet, feed_hash LIMIT ?", limit + 1);
        var rows = select.rows(call.tables(), FeedsAnswer::keyed);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? page.get(page.size() - 1).cursor() : null;
        var counts = counts(call.tables());
        return new FeedsAnswer(
                call.stamp().asOf(),
                counts.alive(),
                counts.silent(),
                counts.failing(),
                counts.gone(),
                bodies(call.tables()),
                new Select(METER).rows(call.tables(), FeedsAnswer::seen),
                new Select(REFUSING).rows(call.tables(), FeedsAnswer::refusing),
                page.stream().map(Keyed::row).toList(),
                next);
    }

    private record Keyed(Row row, String cursor) {}

    private static Counted counts(Connection tables) throws SQLException {
        return new Select(COUNTS)
                .rows(tables, row -> new Counted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .get(0);
    }

    static Bodies bodies(Connection tables) throws SQLException {
        return new Select("SELECT " + BODIES + " FROM feeds")
                .rows(tables, Bodies::of)
                .get(0);
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getString("outlet_group"),
                row.getString("language"),
                row.getLong("feeds"),
                row.getLong("alive"),
                row.getLong("silent"),
                row.getLong("failing"),
                row.getLong("gone"),
                row.getLong("unasked"),
                Bodies.of(row));
    }

    private static Refusing refusing(ResultSet row) throws SQLException {
        return new Refusing(row.getString("outlet"), row.getLong("feeds"), Bodies.of(row));
    }

    static StatusAnswer.Feeds health(Connection tables) throws SQLException {
        var counts = counts(tables);
        return new StatusAnswer.Feeds(counts.alive(), counts.silent(), counts.failing(), counts.gone());
    }

    private static Keyed keyed(ResultSet row) throws SQLException {
        var found = new Row(
                row.getString("feed"),
                StoryCard.link(row.getString("feed")),
                row.getString("outlet"),
                row.getString("title"),
                row.getString("outlet_group"),
                row.getString("language"),
                row.getString("health"),
                row.getBoolean("silent"),
                Select.time(row, "silent_since"),
                row.getString("trouble"),
                row.getString("reason"),
                Select.time(row, "last_poll"),
                Select.time(row, "last_change"),
                Select.at(row, "next_poll"),
                row.getLong("failures"),
                row.getLong("polls"),
                row.getLong("articles"),
                Bodies.of(row),
                row.getString("format"));
        return new Keyed(found, Cursor.write(row.getInt("place"), found.outlet(), row.getString("feed_hash")));
    }
}
