// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.desk.view.StoryCard.Lineage;
import org.pointwatch.desk.view.StoryCard.Member;

@Says("The story that an article belongs to: the original's id, or any copy's, or that of a former original.")
record StoryAnswer(
        @Says("Article id of the original.") String story,
        Lineage lineage,
        @Says("In order of event time, at most 1,000.") List<Member> members,
        long membersLeftOff,
        @Says("Paraphrases of its members, stories of their own; at most 200.") List<Member> rewrites,
        long rewritesLeftOff,
        @Says("How it went round; hours without any are left out.") List<Hour> hours)
        implements Listing {

    /** For CSV and JSON Lines. */
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public List<Member> rows() {
        return members;
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public @Nullable String next() {
        return null;
    }

    record Hour(Instant at, long copies, long updates) {}

    static final int MOST_MEMBERS = 1_000;
    static final int MOST_REWRITES = 200;
    private static final int LONGEST_ID = 200;

    private static final String LINEAGE =
            """
            SELECT outlet, title, url, first_at, last_at, probable_source, agency, credits, articles, copies, updates,
                   outlets, median_lag_seconds, longest_lag_seconds, rewrites
            FROM story_lineage WHERE story = ?
            """;

    private static final String MEMBER =
            "SELECT w.article, w.relation, w.\"of\", w.similarity, w.lag_seconds, f.outlet, f.title, f.url, f.agency,"
                    + " f.event_time ";

    private static final String MEMBERS = MEMBER
            + """
              FROM stories w LEFT JOIN findings f ON f.article = w.article
              WHERE w.story = ? ORDER BY f.event_time, w.article LIMIT ?
              """;

    private static final String REWRITES = MEMBER
            + """
              FROM stories s
              JOIN stories w ON w."of" = s.article AND w.relation = 'rewrite'
              LEFT JOIN findings f ON f.article = w.article
              WHERE s.story = ? ORDER BY f.event_time, w.article LIMIT ?
              """;

    private static final String HOURS =
            "SELECT hour, sum(copies)::bigint AS copies, sum(updates)::bigint AS updates FROM story_hours"
                    + " WHERE story = ? GROUP BY 1 ORDER BY 1";

    static StoryAnswer of(Call call) throws SQLException {
        var article = call.segment("id");
        var tables = call.tables();
        var story = storable(article)
                ? first(new Select("SELECT story FROM stories WHERE article = ?", article)
                        .rows(tables, row -> row.getString(1)))
                : null;
        var lineage = story == null ? null : first(new Select(LINEAGE, story).rows(tables, StoryAnswer::lineage));
        if (story == null || lineage == null) {
            throw Refusal.missing(
                    "no story has an article with this id; it may have been withdrawn, or forgotten with age");
        }
        return of(tables, story, lineage);
    }

    private static StoryAnswer of(Connection tables, String story, Lineage lineage) throws SQLException {
        var members = new Select(MEMBERS, story, MOST_MEMBERS).rows(tables, StoryAnswer::member);
        var rewrites = new Select(REWRITES, story, MOST_REWRITES).rows(tables, StoryAnswer::member);
        var hours = new Select(HOURS, story)
                .rows(tables, row -> new Hour(Select.at(row, "hour"), row.getLong("copies"), row.getLong("updates")));
        return new StoryAnswer(
                story,
                lineage,
                members,
                lineage.articles() - members.size(),
                rewrites,
                lineage.rewrites() - rewrites.size(),
                hours);
    }

    private static <T> @Nullable T first(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean storable(String id) {
        return !id.isEmpty() && id.indexOf('\0') < 0 && id.length() <= LONGEST_ID;
    }

    private static Lineage lineage(ResultSet row) throws SQLException {
        return new Lineage(
                row.getString("outlet"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                Select.time(row, "first_at"),
                Select.time(row, "last_at"),
                row.getString("probable_source"),
                row.getString("agency"),
                row.getLong("credits"),
                row.getLong("articles"),
                row.getLong("copies"),
                row.getLong("updates"),
                row.getLong("outlets"),
                row.getObject("median_lag_seconds", Double.class),
                row.getObject("longest_lag_seconds", Long.class),
                row.getLong("rewrites"));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("article"),
                row.getString("relation"),
                row.getString("of"),
                row.getObject("similarity", Double.class),
                row.getLong("lag_seconds"),
                row.getString("outlet"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                row.getString("agency"),
                Select.time(row, "event_time"));
    }
}
