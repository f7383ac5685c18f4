// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Says("How far stories went.")
record Told(
        long stories,
        @Says("Of these stories, copies and updates too.") long articles,
        @Says("Distinct among these articles.") long outlets) {

    private static final String STORIES =
            """
            SELECT k.thing, count(DISTINCT k.story) AS stories, count(*) AS articles, count(DISTINCT f.outlet) AS outlets
            FROM (SELECT DISTINCT u.thing, s.story FROM unnest(?, ?) u (thing, article) JOIN stories s ON s.article = u.article) k
            JOIN stories w ON w.story = k.story LEFT JOIN findings f ON f.article = w.article
            GROUP BY 1
            """;

    /** An article of something that is told. */
    record Part(String thing, String article) {}

    private record Found(String thing, Told told) {}

    /** By thing, of the stories that its articles belong to now; those without any story are left out. */
    static Map<String, Told> of(Connection tables, Collection<Part> parts) throws SQLException {
        var told = new HashMap<String, Told>();
        if (parts.isEmpty()) {
            return told;
        }
        List<Part> each = parts.stream().distinct().toList();
        new Select(
                        STORIES,
                        each.stream().map(Part::thing).toList(),
                        each.stream().map(Part::article).toList())
                .rows(
                        tables,
                        row -> new Found(
                                row.getString("thing"),
                                new Told(row.getLong("stories"), row.getLong("articles"), row.getLong("outlets"))))
                .forEach(found -> told.put(found.thing(), found.told()));
        return told;
    }
}
