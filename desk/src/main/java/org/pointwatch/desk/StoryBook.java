// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.desk.view.StoryCard.Lineage;
import org.pointwatch.desk.view.StoryCard.Member;

/** Stories as PostgreSQL has them; one connection a question. */
final class StoryBook {
    static final int MOST_MEMBERS = 1_000;
    static final int MOST_REWRITES = 200;

    private static final String STORY = "SELECT story FROM stories WHERE article = ?";

    private static final String LINEAGE =
            """
            SELECT outlet, title, url, first_at, last_at, probable_source, agency, credits, articles, copies, updates,
                   outlets, median_lag_seconds, longest_lag_seconds, rewrites
            FROM story_lineage WHERE story = ?
            """;

    private static final String MEMBERS =
            """
            SELECT s.article, s.relation, s."of", s.similarity, s.lag_seconds, f.outlet, f.title, f.url, f.agency, f.event_time
            FROM stories s LEFT JOIN findings f ON f.article = s.article
            WHERE s.story = ?
            ORDER BY f.event_time, s.article
            LIMIT
            """
                    + MOST_MEMBERS;

    private static final String REWRITES =
            """
            SELECT w.article, w.relation, w."of", w.similarity, w.lag_seconds, f.outlet, f.title, f.url, f.agency, f.event_time
            FROM stories s
            JOIN stories w ON w."of" = s.article AND w.relation = 'rewrite'
            LEFT JOIN findings f ON f.article = w.article
            WHERE s.story = ?
            ORDER BY f.event_time, w.article
            LIMIT
            """
                    + MOST_REWRITES;

    private final DeskDatabase database;

    StoryBook(DeskDatabase database) {
        this.database = database;
    }

    /** The story that an article belongs to, null if there is no such article. */
    @Nullable
    StoryCard of(String article) throws SQLException {
        try (var connection = database.open()) {
            var story = story(connection, article);
            var lineage = story == null ? null : lineage(connection, story);
            if (story == null || lineage == null) {
                return null;
            }
            var members = members(connection, MEMBERS, story);
            var rewrites = members(connection, REWRITES, story);
            return new StoryCard(
                    story,
                    lineage,
                    members,
                    lineage.articles() - members.size(),
                    rewrites,
                    lineage.rewrites() - rewrites.size());
        }
    }

    private static @Nullable String story(Connection connection, String article) throws SQLException {
        try (var statement = asked(connection, STORY, article);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static @Nullable Lineage lineage(Connection connection, String story) throws SQLException {
        try (var statement = asked(connection, LINEAGE, story);
                var rows = statement.executeQuery()) {
            return rows.next() ? lineage(rows) : null;
        }
    }

    private static Lineage lineage(ResultSet row) throws SQLException {
        return new Lineage(
                row.getString("outlet"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                time(row, "first_at"),
                time(row, "last_at"),
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

    private static List<Member> members(Connection connection, String sql, String story) throws SQLException {
        var members = new ArrayList<Member>();
        try (var statement = asked(connection, sql, story);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                members.add(member(rows));
            }
        }
        return members;
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
                time(row, "event_time"));
    }

    private static PreparedStatement asked(Connection connection, String sql, String id) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setString(1, id);
        return statement;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
