// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;
import org.pointwatch.domain.ledger.SentimentSums;

@Says("The sentences behind the counts, in order of event time, one row for each place where a target was found.")
record EvidenceAnswer(@Nullable Instant asOf, Instant from, Instant to, List<Row> rows, @Nullable String next)
        implements Listing {

    record Row(
            String article,
            @Says("http or https, else null.") @Nullable String url,
            String title,
            String outlet,
            @Nullable String group,
            @Nullable String language,
            @Says("Event time.") Instant at,
            @Says("The clock that it comes from: published, published-clamped or first-seen.") String clock,
            @Says("original, copy, update or rewrite; null until the story is known.") @Nullable String relation,
            @Says("Article id of the original.") @Nullable String story,
            @Says("point:<id> or actor:<id>.") String target,
            @Nullable String sentence,
            @Nullable Boolean inTitle,
            @Says("Where the match stands in the sentence: UTF-16 units, end exclusive; null if it is not known.")
                    @Nullable
                    List<Integer> match,
            @Nullable String matched,
            String rule,
            @Nullable Double confidence,
            @Says("Toward the target, -1 to 1; one value an article and target.") Sentiment sentiment) {}

    record Sentiment(@Nullable Double own, @Nullable Double quoted) {}

    private static final String COLUMNS =
            """
            m.article, m.target_kind, m.target_id, m.n, m.event_time, m.sentence, m.in_title, m.sentence_start,
            m.match_start, m.match_end, m.matched, m.rule, m.confidence, m.sentiment_own, m.sentiment_quoted,
            f.url, f.title, f.outlet, f.outlet_group, f.language, f.event_time_source, s.relation, s.story
            """;
    private static final String ORDER = "ORDER BY m.event_time %s, m.article, m.target_kind, m.target_id, m.n LIMIT ?";

    static EvidenceAnswer of(Call call) throws SQLException {
        var asked = call.asked();
        var span = asked.span(call.stamp().asOf());
        var limit = asked.limit();
        var found = found(call.tables(), asked, span, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.get(page.size() - 1).cursor() : null;
        return new EvidenceAnswer(
                call.stamp().asOf(),
                span.from(),
                span.to(),
                page.stream().map(Keyed::row).toList(),
                next);
    }

    private static List<Keyed> found(Connection tables, Asked asked, Span span, int most) throws SQLException {
        return asked.one("q") == null
                ? rows(tables, select(asked, span), Direction.of(asked), most)
                : new WordSearch(tables, asked, span).rows(most);
    }

    private static Select select(Asked asked, Span span) {
        return asked(new Select("SELECT " + COLUMNS + " FROM mentions m"), asked, span);
    }

    /** Of these articles alone, each looked up by itself. */
    static Select select(Asked asked, Span span, List<String> articles, List<String> times) {
        var select = new Select("SELECT " + COLUMNS)
                .add(
                        """
                        FROM unnest(?, ?::timestamptz[]) p (article, at) CROSS JOIN LATERAL
                            (SELECT * FROM mentions x WHERE x.article = p.article AND x.event_time = p.at OFFSET 0) m
                        """,
                        articles,
                        times);
        return asked(select, asked, span);
    }

    /** What is asked for but for words, without an order. */
    private static Select asked(Select select, Asked asked, Span span) {
        select.add("JOIN findings f ON f.article = m.article LEFT JOIN stories s ON s.article = m.article")
                .add("WHERE m.event_time >= ? AND m.event_time < ?", span.from(), span.to());
        about(select, asked.targets());
        filtered(select, asked);
        after(select, Direction.of(asked), asked.cursor(5));
        return select;
    }

    static List<Keyed> rows(Connection tables, Select select, Direction order, int most) throws SQLException {
        return select.add(ORDER.formatted(order.sql()), most).rows(tables, EvidenceAnswer::keyed);
    }

    private static void filtered(Select select, Asked asked) {
        among(select, "coalesce(f.language, 'none')", asked.all("language"));
        among(select, "f.outlet", asked.all("outlet"));
        among(select, "coalesce(f.outlet_group, 'none')", asked.all("group"));
        select.addIf(!asked.all("relation").isEmpty(), "AND s.relation = ANY (?)", asked.all("relation"));
        var tones = new ArrayList<String>();
        var value = "coalesce(m.sentiment_own, m.sentiment_quoted)";
        for (var tone : asked.all("sentiment")) {
            tones.add(
                    switch (tone) {
                        case "negative" -> value + " < " + -SentimentSums.NEUTRAL_BAND;
                        case "positive" -> value + " > " + SentimentSums.NEUTRAL_BAND;
                        default ->
                            value + " BETWEEN " + -SentimentSums.NEUTRAL_BAND + " AND " + SentimentSums.NEUTRAL_BAND;
                    });
        }
        select.addIf(!tones.isEmpty(), "AND (" + String.join(" OR ", tones) + ")");
    }

    /** Any of these values, and none of those with {@link ParamKind#BUT} before them. */
    private static void among(Select select, String column, List<String> values) {
        var but = values.stream().filter(v -> v.startsWith(ParamKind.BUT)).toList();
        var any = values.stream().filter(v -> !v.startsWith(ParamKind.BUT)).toList();
        select.addIf(!any.isEmpty(), "AND " + column + " = ANY (?)", any)
                .addIf(
                        !but.isEmpty(),
                        "AND " + column + " <> ALL (?)",
                        but.stream()
                                .map(v -> v.substring(ParamKind.BUT.length()))
                                .toList());
    }

    /** Any of the targets; plans and all are every row there is, facets part of a target's. */
    static void about(Select select, List<TargetName> targets) {
        if (targets.isEmpty()) {
            return;
        }
        select.add("AND (false");
        for (var target : targets) {
            select.add("OR (true");
            switch (target.kind()) {
                case "all", "plan" -> select.addIf(target.kind().equals("plan"), "AND f.dossier = ?", target.id());
                case "pair" ->
                    select.add("AND m.target_kind = 'point' AND m.target_id = ?", target.id())
                            .add(
                                    "AND EXISTS (SELECT FROM mentions a WHERE a.article = m.article"
                                            + " AND a.event_time = m.event_time AND a.sentence_no = m.sentence_no"
                                            + " AND a.target_kind = 'actor' AND a.target_id = ?)",
                                    target.actor());
                default -> select.add("AND m.target_kind = ? AND m.target_id = ?", target.kind(), target.id());
            }
            select.addIf(target.language() != null, "AND f.language = ?", target.language())
                    .addIf(target.group() != null, "AND f.outlet_group = ?", target.group())
                    .add(")");
        }
        select.add(")");
    }

    private static void after(Select select, Direction order, @Nullable List<String> last) {
        if (last != null) {
            var at = Keys.time(last.get(0));
            select.add("AND m.event_time " + order.beyond() + "= ?", at)
                    .add(
                            "AND (m.event_time " + order.beyond()
                                    + " ? OR (m.article, m.target_kind, m.target_id, m.n) > (?, ?, ?, ?))",
                            at,
                            last.get(1),
                            last.get(2),
                            last.get(3),
                            Keys.number(last.get(4)));
        }
    }

    /** A row and where the page after it begins. */
    record Keyed(Row row, String cursor) {}

    private static Keyed keyed(ResultSet row) throws SQLException {
        var at = Select.at(row, "event_time");
        var kind = row.getString("target_kind");
        var id = row.getString("target_id");
        var found = new Row(
                row.getString("article"),
                StoryCard.link(row.getString("url")),
                row.getString("title"),
                row.getString("outlet"),
                row.getString("outlet_group"),
                row.getString("language"),
                at,
                row.getString("event_time_source").toLowerCase(Locale.ROOT),
                row.getString("relation"),
                row.getString("story"),
                kind + ":" + id,
                row.getString("sentence"),
                row.getObject("in_title", Boolean.class),
                match(row),
                row.getString("matched"),
                row.getString("rule"),
                row.getObject("confidence", Double.class),
                sentiment(row));
        return new Keyed(found, Cursor.write(at, found.article(), kind, id, row.getInt("n")));
    }

    static Sentiment sentiment(ResultSet row) throws SQLException {
        return new Sentiment(share(row, "sentiment_own"), share(row, "sentiment_quoted"));
    }

    private static @Nullable Double share(ResultSet row, String column) throws SQLException {
        var thousandths = row.getObject(column, Integer.class);
        return thousandths == null ? null : thousandths / 1_000.0;
    }

    /** By where the sentence begins; rows of older sinks do not say, and the words are looked for. */
    private static @Nullable List<Integer> match(ResultSet row) throws SQLException {
        var sentence = row.getString("sentence");
        var matched = row.getString("matched");
        if (sentence == null || matched == null || matched.isEmpty()) {
            return null;
        }
        var begin = row.getObject("sentence_start", Integer.class);
        var start = begin == null ? sentence.indexOf(matched) : row.getInt("match_start") - begin;
        return start < 0 || !sentence.startsWith(matched, start) ? null : List.of(start, start + matched.length());
    }
}
