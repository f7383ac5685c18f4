// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.diff.Difference;
import org.pointwatch.domain.diff.Piece;
import org.pointwatch.domain.diff.TextDiff;

@Says("What each article of a story kept of the one it follows, in sentences.")
record CutsAnswer(
        @Nullable Instant asOf,
        String story,
        @Says("In order of event time, the first 100 of the story, without the original.") List<Row> rows)
        implements Listing {

    record Row(
            String article,
            @Nullable String outlet,
            String relation,
            @Says("What it is held against: the original, or for an update the article of its outlet before it.")
                    String base,
            @Says(
                            "compared; no-text: of one of the two no words are kept, because it mentions nothing or was read by an older build; left-off: there is too much text in this story to compare at once.")
                    String state,
            @Says(
                            "Whether both were read from their pages to the end. If not, what seems cut may only not have been read.")
                    boolean whole,
            @Says("Sentences of the base; this and the other figures are null where nothing was compared.") @Nullable
                    Integer sentences,
            @Nullable Integer kept,
            @Says("Kept at another place.") @Nullable Integer moved,
            @Says("Kept in other words.") @Nullable Integer changed,
            @Nullable Integer cut,
            @Nullable Integer added) {}

    private static final int MOST = 100;
    private static final long MOST_BYTES = 2_000_000;

    /** Sentences of one text times those of the other, over all pairs. */
    private static final long MOST_WORK = 5_000_000;

    static CutsAnswer of(Call call) throws SQLException {
        var story = DiffAnswer.story(call);
        var texts = StoryText.first(call.tables(), story, MOST, MOST_BYTES);
        return new CutsAnswer(call.stamp().asOf(), story, rows(story, texts));
    }

    private static List<Row> rows(String story, List<StoryText> texts) {
        Map<String, StoryText> lastOf = new HashMap<>();
        var original = texts.stream().filter(t -> t.article().equals(story)).findFirst();
        var budget = new Budget();
        var rows = new ArrayList<Row>();
        for (var text : texts) {
            var earlier = text.outlet() == null ? null : lastOf.put(text.outlet(), text);
            if (!text.article().equals(story)) {
                var base = text.relation().equals("update") && earlier != null ? earlier : original.orElse(null);
                rows.add(row(story, base, text, budget));
            }
        }
        return rows;
    }

    private static Row row(String story, @Nullable StoryText base, StoryText text, Budget budget) {
        var diff = budget.diff(base, text);
        if (base != null && diff != null) {
            return compared(text, base, diff);
        }
        var known = base != null && base.stored() && text.stored();
        return uncompared(text, base == null ? story : base.article(), known ? "left-off" : "no-text");
    }

    /** Answers while there is time for it; which pairs those are depends on nothing but the texts. */
    private static final class Budget {
        private long spent;

        @Nullable
        Difference diff(@Nullable StoryText base, StoryText text) {
            if (base == null || base.words() == null || text.words() == null || spent > MOST_WORK) {
                return null;
            }
            var diff = TextDiff.of(base.words(), text.words(), text.language());
            spent += (long) diff.before() * diff.after();
            return diff;
        }
    }

    private static Row uncompared(StoryText text, String base, String state) {
        return new Row(
                text.article(), text.outlet(), text.relation(), base, state, false, null, null, null, null, null, null);
    }

    private static Row compared(StoryText text, StoryText base, Difference diff) {
        return new Row(
                text.article(),
                text.outlet(),
                text.relation(),
                base.article(),
                "compared",
                text.whole() && base.whole() && diff.leftOff() == 0,
                diff.before(),
                diff.count(Piece.Kind.KEPT),
                diff.count(Piece.Kind.MOVED),
                diff.count(Piece.Kind.CHANGED),
                diff.count(Piece.Kind.CUT),
                diff.count(Piece.Kind.ADDED));
    }
}
