// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.StoryCard;

@Says("One article: what it is, the words of it that are kept, and everything that was found in them.")
record ArticleAnswer(
        @Nullable Instant asOf,
        String article,
        @Says("The state of the text that was read.") String revision,
        String title,
        @Says("http or https, else null.") @Nullable String url,
        String outlet,
        @Nullable String group,
        @Nullable String language,
        @Says("Id of the news agency that the article credits.") @Nullable String agency,
        @Says("Event time.") Instant at,
        @Says("The clock that it comes from: published, published-clamped or first-seen.") String clock,
        @Says("Of the whole document, -1 to 1; null if it was not scored.") @Nullable Double tone,
        String dossier,
        @Says("Label and content hash of the dossier by which all of this was found.") String dossierVersion,
        @Says("Null until the story is known.") @Nullable Place place,
        @Says("Null where no words are kept: offsets are known, the text they point into is not.") @Nullable Text text,
        @Says("Points and actors, in text order, at most 2,000.") List<Mark> marks,
        long marksLeftOff,
        List<ArticleFound.Figure> figures,
        List<ArticleFound.Quote> quotes,
        @Says("Deadlines of the negotiation.") List<ArticleFound.Deadline> deadlines,
        @Says("Dates that are no deadlines: terms of the plan, and events.") List<ArticleFound.Date> dates,
        @Says("Attributed statements, and where they say that their actors stand.") List<ArticleFound.Stance> stances)
        implements Listing {

    record Place(
            @Says("Article id of the original.") String story,
            @Says("original, copy, update or rewrite.") String relation,
            @Says("The article that it copies, updates or rewrites.") @Nullable String of,
            @Nullable Double similarity,
            long lagSeconds,
            @Says("Title of the original.") @Nullable String title,
            @Says("Outlet of the original.") @Nullable String outlet) {}

    record Text(
            String title,
            @Says(
                            "Plain text, paragraphs separated by a newline. Offsets count UTF-16 units into title, two newlines, words.")
                    String words,
            @Says("full, feed-only or refused: how much of the article that is.") String body,
            @Says("Whether it was cut at 200,000 characters.") boolean truncated,
            @Says("Whether these are the words in which everything here was found; else they are of another state.")
                    boolean current) {}

    @Says("A place where a point or an actor was found.")
    record Mark(
            @Says("point:<id> or actor:<id>.") String target,
            @Nullable String matched,
            int start,
            @Says("Exclusive.") int end,
            @Says("Whether the kept words say just this between start and end.") boolean placed,
            @Nullable Boolean inTitle,
            @Nullable String sentence,
            @Says("Where the sentence begins; null in rows of an older sink.") @Nullable Integer sentenceStart,
            @Says("Marks of one sentence have the same number.") int sentenceNo,
            String rule,
            @Nullable Double confidence,
            @Says("Of the article toward the target, -1 to 1.") EvidenceAnswer.Sentiment sentiment) {}

    static final int MOST_MARKS = 2_000;

    private static final String ARTICLE =
            """
            SELECT f.article, f.revision, f.title, f.url, f.outlet, f.outlet_group, f.language, f.agency, f.event_time,
                   f.event_time_source, f.tone, f.dossier, f.dossier_version, f.figures, f.quotes, f.deadlines, f.dates, f.stances,
                   s.story, s.relation, s."of", s.similarity, s.lag_seconds, o.title AS story_title, o.outlet AS story_outlet,
                   t.revision AS text_revision, t.title AS text_title, t.words, t.body, t.truncated
            FROM findings f
            LEFT JOIN stories s ON s.article = f.article
            LEFT JOIN findings o ON o.article = s.story
            LEFT JOIN texts t ON t.article = f.article
            WHERE f.article = ?
            """;

    private static final String MARKS =
            """
            SELECT target_kind, target_id, matched, match_start, match_end, in_title, sentence, sentence_start, sentence_no,
                   rule, confidence, sentiment_own, sentiment_quoted, count(*) OVER () AS together
            FROM mentions WHERE article = ? AND event_time = ?
            ORDER BY match_start, match_end DESC, target_kind DESC, target_id, n LIMIT ?
            """;

    /** For CSV and JSON Lines. */
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public List<Mark> rows() {
        return marks;
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public @Nullable String next() {
        return null;
    }

    static ArticleAnswer of(Call call) throws SQLException {
        var id = call.segment("id");
        var asOf = call.stamp().asOf();
        var tables = call.tables();
        var found = ParamKind.ARTICLE.fits(id)
                ? new Select(ARTICLE, id).rows(tables, row -> read(row, tables, asOf))
                : List.<ArticleAnswer>of();
        if (found.isEmpty()) {
            throw Refusal.missing("no article with this id is kept; it may have been withdrawn, or forgotten with age:"
                    + " look for its words with " + Api.PREFIX + "evidence?q=");
        }
        return found.get(0);
    }

    private static ArticleAnswer read(ResultSet row, Connection tables, @Nullable Instant asOf) throws SQLException {
        var text = text(row);
        var words = new KeptWords(text);
        var at = Select.at(row, "event_time");
        var together = new long[1];
        var marks = new Select(MARKS, row.getString("article"), at, MOST_MARKS)
                .rows(tables, mark -> mark(mark, words, together));
        var tone = row.getObject("tone", Integer.class);
        return new ArticleAnswer(
                asOf,
                row.getString("article"),
                row.getString("revision"),
                row.getString("title"),
                StoryCard.link(row.getString("url")),
                row.getString("outlet"),
                row.getString("outlet_group"),
                row.getString("language"),
                row.getString("agency"),
                at,
                row.getString("event_time_source").toLowerCase(Locale.ROOT),
                tone == null ? null : tone / 1_000.0,
                row.getString("dossier"),
                row.getString("dossier_version"),
                place(row),
                text,
                marks,
                together[0] - marks.size(),
                ArticleFound.figures(row.getString("figures"), words),
                ArticleFound.quotes(row.getString("quotes"), words),
                ArticleFound.deadlines(row.getString("deadlines"), words),
                ArticleFound.dates(row.getString("dates"), words),
                ArticleFound.stances(row.getString("stances"), words));
    }

    private static @Nullable Text text(ResultSet row) throws SQLException {
        var words = row.getString("words");
        return words == null
                ? null
                : new Text(
                        row.getString("text_title"),
                        words,
                        row.getString("body"),
                        row.getBoolean("truncated"),
                        row.getString("revision").equals(row.getString("text_revision")));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var story = row.getString("story");
        return story == null
                ? null
                : new Place(
                        story,
                        row.getString("relation"),
                        row.getString("of"),
                        row.getObject("similarity", Double.class),
                        row.getLong("lag_seconds"),
                        row.getString("story_title"),
                        row.getString("story_outlet"));
    }

    private static Mark mark(ResultSet row, KeptWords words, long[] together) throws SQLException {
        together[0] = row.getLong("together");
        var matched = row.getString("matched");
        var start = row.getInt("match_start");
        var end = row.getInt("match_end");
        return new Mark(
                row.getString("target_kind") + ":" + row.getString("target_id"),
                matched,
                start,
                end,
                words.say(matched, start, end),
                row.getObject("in_title", Boolean.class),
                row.getString("sentence"),
                row.getObject("sentence_start", Integer.class),
                row.getInt("sentence_no"),
                row.getString("rule"),
                row.getObject("confidence", Double.class),
                EvidenceAnswer.sentiment(row));
    }
}
