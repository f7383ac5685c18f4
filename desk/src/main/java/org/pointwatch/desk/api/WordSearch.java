// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.EvidenceAnswer.Keyed;
import org.pointwatch.domain.search.WiderQuery;

/**
 * Evidence by words, in order of time. Articles that may match are taken by the words that are kept of each, some at a time, and
 * PostgreSQL reads their sentences until a page is full. Frequent words are met soon on a walk through time; what a bounded
 * walk does not find is rare enough to be taken from the index of words.
 */
final class WordSearch {
    private static final int WALK = 1_000;
    private static final int FIRST_PIECE = 40;
    private static final int LARGEST_PIECE = 1_000;
    private static final String MATCH = "websearch_to_tsquery('simple', ?)";
    private static final String SENTENCE = "to_tsvector('simple', left(coalesce(m.sentence, ''), 10000))";
    private static final String TITLE = "to_tsvector('simple', left(f.title, 10000))";

    private final Connection tables;
    private final Asked asked;
    private final Span span;
    private final Direction order;
    private final String words;

    /** An article that may match. */
    private record Place(String article, Instant at) {}

    private record Step(Place place, boolean maybe) {}

    private record Query(String tree, int nodes) {}

    WordSearch(Connection tables, Asked asked, Span span) {
        this.tables = tables;
        this.asked = asked;
        this.words = asked.word("q");
        this.order = Direction.of(asked);
        this.span = left(span, order, asked.cursor(5));
    }

    /** On a later page nothing that the pages before have passed is of interest. */
    private static Span left(Span span, Direction order, @Nullable List<String> last) {
        if (last == null) {
            return span;
        }
        var at = Keys.time(last.get(0));
        if (order == Direction.OLDEST_FIRST) {
            return at.isAfter(span.from()) && at.isBefore(span.to()) ? new Span(at, span.to()) : span;
        }
        var end = at.plusNanos(1_000);
        return end.isBefore(span.to()) && end.isAfter(span.from()) ? new Span(span.from(), end) : span;
    }

    private String inOrder() {
        return " ORDER BY event_time " + order.sql() + ", article";
    }

    List<Keyed> rows(int most) throws SQLException {
        var query = new Select("SELECT querytree(q), numnode(q) FROM " + MATCH + " q", words)
                .rows(tables, row -> new Query(row.getString(1), row.getInt(2)))
                .get(0);
        var rows = new ArrayList<Keyed>();
        if (query.nodes() == 0) {
            return rows;
        }
        var wider = WiderQuery.of(query.tree());
        var walked = isOfTargets() ? walkTargets(wider) : walk(wider);
        var maybe = new LinkedHashSet<Place>();
        walked.stream().filter(Step::maybe).forEach(step -> maybe.add(step.place()));
        read(maybe, most, rows);
        if (rows.size() < most && walked.size() == WALK) {
            read(after(walked.get(WALK - 1).place(), wider), most, rows);
        }
        return rows;
    }

    /** Whether the targets are points, actors and pairs, whose mentions have an index. */
    private boolean isOfTargets() {
        return !asked.targets().isEmpty()
                && asked.targets().stream()
                        .noneMatch(t -> t.kind().equals("all") || t.kind().equals("plan"));
    }

    private List<Step> walkTargets(@Nullable String wider) throws SQLException {
        var select = new Select("SELECT m.article, m.event_time,");
        may(select, wider)
                .add("FROM mentions m JOIN findings f ON f.article = m.article")
                .add("WHERE m.event_time >= ? AND m.event_time < ?", span.from(), span.to());
        EvidenceAnswer.about(select, asked.targets());
        return select.add("ORDER BY m.event_time " + order.sql() + ", m.article LIMIT ?", WALK)
                .rows(tables, WordSearch::step);
    }

    private static Select may(Select select, @Nullable String wider) {
        return wider == null
                ? select.add("true AS maybe")
                : select.add("f.search_words IS NULL OR f.search_words @@ ?::tsquery AS maybe", wider);
    }

    private List<Step> walk(@Nullable String wider) throws SQLException {
        var select = new Select("SELECT article, event_time, maybe FROM").in(first("<> ''", wider));
        return select.add("known UNION ALL SELECT article, event_time, maybe FROM")
                .in(first("IS NULL", null))
                .add("unknown" + inOrder() + " LIMIT ?", WALK)
                .rows(tables, WordSearch::step);
    }

    private Select first(String which, @Nullable String wider) {
        return may(new Select("SELECT f.article, f.event_time,"), wider)
                .add("FROM findings f WHERE f.search_words " + which)
                .add("AND f.event_time >= ? AND f.event_time < ?", span.from(), span.to())
                .add("ORDER BY f.event_time " + order.sql() + ", f.article LIMIT ?", WALK);
    }

    /** All that may match and lie beyond where the walk ended. */
    private Set<Place> after(Place last, @Nullable String wider) throws SQLException {
        var select = new Select("SELECT article, event_time FROM findings WHERE search_words <> ''")
                .addIf(wider != null, "AND search_words @@ ?::tsquery", wider);
        beyond(select, last);
        select.add("UNION ALL SELECT article, event_time FROM findings WHERE search_words IS NULL");
        beyond(select, last);
        return new LinkedHashSet<>(select.add(inOrder()).rows(tables, WordSearch::place));
    }

    private void beyond(Select select, Place last) {
        select.add("AND event_time >= ? AND event_time < ?", span.from(), span.to())
                .add("AND event_time " + order.beyond() + "= ?", last.at())
                .add("AND (event_time " + order.beyond() + " ? OR article > ?)", last.at(), last.article());
    }

    /** The rows of these articles, in pieces that grow, until there are enough. */
    private void read(Set<Place> places, int most, List<Keyed> rows) throws SQLException {
        var all = List.copyOf(places);
        var size = FIRST_PIECE;
        for (var from = 0; from < all.size() && rows.size() < most; ) {
            var to = Math.min(all.size(), from + size);
            rows.addAll(EvidenceAnswer.rows(tables, matching(all.subList(from, to)), order, most - rows.size()));
            from = to;
            size = Math.min(size * 2, LARGEST_PIECE);
        }
    }

    private Select matching(List<Place> places) {
        var select = EvidenceAnswer.select(
                        asked,
                        span,
                        places.stream().map(Place::article).toList(),
                        places.stream().map(place -> place.at().toString()).toList())
                .add("AND (" + SENTENCE + " @@ " + MATCH + " OR " + TITLE + " @@ " + MATCH + ")", words, words);
        var without = LeftOut.of(words);
        return select.addIf(
                !without.isEmpty(),
                "AND NOT (" + SENTENCE + " || " + TITLE + ") @@ " + MATCH,
                String.join(" or ", without));
    }

    private static Place place(java.sql.ResultSet row) throws SQLException {
        return new Place(row.getString("article"), Select.at(row, "event_time"));
    }

    private static Step step(java.sql.ResultSet row) throws SQLException {
        return new Step(place(row), row.getBoolean("maybe"));
    }
}
