// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.diff.Difference;
import org.pointwatch.domain.diff.Piece;
import org.pointwatch.domain.diff.Run;
import org.pointwatch.domain.diff.TextDiff;
import org.pointwatch.domain.diff.WordDiff;

@Says(
        "An article of a story held against the one it follows: the original, or for an update the article of its outlet before it.")
record DiffAnswer(
        @Nullable Instant asOf,
        String story,
        @Says("What it is held against.") Side before,
        Side after,
        @Says("Whether both were read from their pages to the end. If not, what seems cut may only not have been read.")
                boolean whole,
        @Says("Both headlines as one.") List<Words> title,
        int kept,
        @Says("Kept at another place.") int moved,
        @Says("Kept in other words.") int changed,
        int cut,
        int added,
        @Says("Sentences of either that were not compared: the first 1,000 of each are.") int leftOff,
        @Says("In reading order; where both say something at a place, what was cut stands first.")
                List<Sentence> sentences) {

    record Side(
            String article,
            String relation,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String url,
            @Nullable String language,
            @Says("How much of the article was read: full, feed-only, or refused where its page was.") String body,
            @Says("Whether its text was cut at 200,000 characters.") boolean truncated,
            int sentences) {}

    record Sentence(
            Piece.Kind kind,
            @Says("Whether a paragraph begins with it.") boolean opensParagraph,
            @Says("One, or several where it changed.") List<Words> words) {}

    record Words(@Says("Which of the two has them.") Run.Side in, String text) {}

    private static final int LONGEST_ID = 200;

    static DiffAnswer of(Call call) throws SQLException {
        var tables = call.tables();
        var article = call.asked().one("article");
        if (article == null) {
            throw Refusal.bad("article= is missing: name one of the story's articles");
        }
        var story = StoryText.story(tables, segment(call));
        var after = story == null ? null : StoryText.of(tables, story, article);
        if (story == null || after == null) {
            throw unknown();
        }
        if (article.equals(story)) {
            throw Refusal.bad("article=" + Shown.of(article)
                    + " is the original of this story: name one of its copies or updates");
        }
        return compared(call.stamp().asOf(), story, base(tables, story, after), after);
    }

    static String segment(Call call) {
        var id = call.segment("id");
        if (id.isEmpty() || id.indexOf('\0') >= 0 || id.length() > LONGEST_ID) {
            throw unknown();
        }
        return id;
    }

    /** The story of the article that the path names. */
    static String story(Call call) throws SQLException {
        var story = StoryText.story(call.tables(), segment(call));
        if (story == null) {
            throw unknown();
        }
        return story;
    }

    static Refusal unknown() {
        return Refusal.missing(
                "no such article is known in such a story; it may have been withdrawn, or forgotten with age");
    }

    private static @Nullable StoryText base(Connection tables, String story, StoryText after) throws SQLException {
        var earlier = after.relation().equals("update") ? StoryText.before(tables, story, after.article()) : null;
        return StoryText.of(tables, story, earlier == null ? story : earlier);
    }

    private static DiffAnswer compared(
            @Nullable Instant asOf, String story, @Nullable StoryText before, StoryText after) {
        if (before == null || before.words() == null || after.words() == null) {
            throw Refusal.missing(
                    "of one of the two no words are kept: they are of articles that mention a point or an actor"
                            + " and were read by a build that keeps them");
        }
        var diff = TextDiff.of(before.words(), after.words(), after.language());
        return new DiffAnswer(
                asOf,
                story,
                side(before, diff.before()),
                side(after, diff.after()),
                before.whole() && after.whole() && diff.leftOff() == 0,
                words(WordDiff.of(text(before.title()), text(after.title()))),
                diff.count(Piece.Kind.KEPT),
                diff.count(Piece.Kind.MOVED),
                diff.count(Piece.Kind.CHANGED),
                diff.count(Piece.Kind.CUT),
                diff.count(Piece.Kind.ADDED),
                diff.leftOff(),
                sentences(diff));
    }

    private static String text(@Nullable String title) {
        return title == null ? "" : title;
    }

    private static Side side(StoryText text, int sentences) {
        return new Side(
                text.article(),
                text.relation(),
                text.outlet(),
                text.title(),
                text.url(),
                text.language(),
                String.valueOf(text.body()),
                text.truncated(),
                sentences);
    }

    private static List<Sentence> sentences(Difference diff) {
        return diff.pieces().stream()
                .map(p -> new Sentence(p.kind(), p.opensParagraph(), words(p.runs())))
                .toList();
    }

    private static List<Words> words(List<Run> runs) {
        return runs.stream().map(r -> new Words(r.side(), r.text())).toList();
    }
}
