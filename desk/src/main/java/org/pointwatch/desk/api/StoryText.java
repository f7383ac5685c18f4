// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;

/**
 * One article of a story with its words.
 *
 * @param title of the state whose words these are
 * @param words null where none are kept, or where they were more than was asked for
 * @param large whether it is the latter
 * @param body how much of the article they are: full, feed-only or refused; null where none are kept
 */
record StoryText(
        String article,
        String relation,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String url,
        @Nullable String language,
        @Nullable String words,
        boolean large,
        @Nullable String body,
        boolean truncated) {

    /** The sum goes over stored sizes, so that nothing is unpacked that is not wanted. */
    private static final String SQL =
            """
            WITH told AS (
                SELECT w.article, w.relation, f.outlet, coalesce(t.title, f.title) AS title, f.url, f.language, f.event_time,
                       t.words, t.body, t.truncated,
                       sum(octet_length(t.words)) OVER (ORDER BY f.event_time, w.article) AS so_far
                FROM stories w
                LEFT JOIN findings f ON f.article = w.article
                LEFT JOIN texts t ON t.article = w.article
                WHERE w.story = ? %s
                ORDER BY f.event_time, w.article LIMIT ?)
            SELECT article, relation, outlet, title, url, language, body, truncated,
                   CASE WHEN so_far <= ? THEN words END AS given, words IS NOT NULL AND so_far > ? AS large
            FROM told ORDER BY event_time, article
            """;

    private static final String BEFORE =
            """
            SELECT w.article FROM stories w
            JOIN findings f ON f.article = w.article
            JOIN findings own ON own.article = ? AND own.outlet = f.outlet
            WHERE w.story = ? AND (f.event_time, w.article) < (own.event_time, own.article)
            ORDER BY f.event_time DESC, w.article DESC LIMIT 1
            """;

    /** The story of an article, null if it has none. */
    static @Nullable String story(Connection tables, String article) throws SQLException {
        var found = new Select("SELECT story FROM stories WHERE article = ?", article)
                .rows(tables, row -> row.getString(1));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The first articles of a story, and the words of the first of them. */
    static List<StoryText> first(Connection tables, String story, int most, long bytes) throws SQLException {
        return new Select(SQL.formatted(""), story, most, bytes, bytes).rows(tables, StoryText::row);
    }

    /** One article of a story with all its words. */
    static @Nullable StoryText of(Connection tables, String story, String article) throws SQLException {
        var all = Long.MAX_VALUE;
        var found = new Select(SQL.formatted("AND w.article = ?"), story, article, 1, all, all)
                .rows(tables, StoryText::row);
        return found.isEmpty() ? null : found.get(0);
    }

    /** What an update is an update of: the article of its outlet before it, null if there is none. */
    static @Nullable String before(Connection tables, String story, String article) throws SQLException {
        var found = new Select(BEFORE, article, story).rows(tables, row -> row.getString(1));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Whether its words are kept, given here or not. */
    boolean stored() {
        return words != null || large;
    }

    /** Whether this is all of the article. */
    boolean whole() {
        return "full".equals(body) && !truncated;
    }

    private static StoryText row(ResultSet row) throws SQLException {
        return new StoryText(
                row.getString("article"),
                row.getString("relation"),
                row.getString("outlet"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                row.getString("language"),
                row.getString("given"),
                row.getBoolean("large"),
                row.getString("body"),
                row.getBoolean("truncated"));
    }
}
