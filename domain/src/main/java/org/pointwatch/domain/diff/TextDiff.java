// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.diff.Piece.Kind;
import org.pointwatch.domain.diff.Run.Side;
import org.pointwatch.domain.tagging.Tokens;

/** What a text keeps of another. Time is bounded whatever the texts are: by the sentences that are compared. */
public final class TextDiff {
    /** Of each text. */
    public static final int MOST_SENTENCES = 1_000;

    private final List<Line> before;
    private final List<Line> after;

    /** For each sentence of {@code before} where it was kept, -1 for nowhere. */
    private final int[] place;

    private final boolean[] movedFrom;
    private final boolean[] movedTo;
    private final List<Piece> pieces = new ArrayList<>();

    private TextDiff(List<Line> before, List<Line> after) {
        this.before = before;
        this.after = after;
        place = Matching.of(
                before.stream().map(Line::words).toList(),
                after.stream().map(Line::words).toList());
        movedFrom = new boolean[before.size()];
        movedTo = new boolean[after.size()];
    }

    /**
     * Compares two texts; one in another language is cut as a whole.
     *
     * @param language ISO 639-1, for where sentences end; null if unknown
     */
    public static Difference of(String before, String after, @Nullable String language) {
        var known = language == null ? "" : language;
        var diff = new TextDiff(Line.of(before, known, MOST_SENTENCES), Line.of(after, known, MOST_SENTENCES));
        diff.move();
        diff.tell();
        var left = left(before, known) + left(after, known);
        return new Difference(List.copyOf(diff.pieces), diff.before.size(), diff.after.size(), left);
    }

    private static int left(String text, String language) {
        return text.length() < MOST_SENTENCES
                ? 0
                : Math.max(0, Tokens.plain("", text, language).sentences() - MOST_SENTENCES);
    }

    /** Sentences that both texts have, elsewhere: the first that is free for the first that is missing. */
    private void move() {
        Map<List<String>, Deque<Integer>> free = new HashMap<>();
        var kept = new boolean[after.size()];
        for (var to : place) {
            if (to >= 0) {
                kept[to] = true;
            }
        }
        for (var j = 0; j < kept.length; j++) {
            if (!kept[j]) {
                free.computeIfAbsent(after.get(j).words(), w -> new ArrayDeque<>())
                        .add(j);
            }
        }
        for (var i = 0; i < place.length; i++) {
            var to = place[i] >= 0
                    ? null
                    : free.getOrDefault(before.get(i).words(), new ArrayDeque<>())
                            .poll();
            if (to != null) {
                movedFrom[i] = true;
                movedTo[to] = true;
            }
        }
    }

    private void tell() {
        var i = 0;
        var j = 0;
        for (var next = 0; next < place.length; next++) {
            if (place[next] >= 0) {
                between(i, next, j, place[next]);
                pieces.add(Piece.of(Kind.KEPT, after.get(place[next]), Side.BOTH));
                i = next + 1;
                j = place[next] + 1;
            }
        }
        between(i, before.size(), j, after.size());
    }

    /** What stands between two sentences that were kept. */
    private void between(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        var old = new ArrayList<Line>();
        for (var i = fromBefore; i < toBefore; i++) {
            if (!movedFrom[i]) {
                old.add(before.get(i));
            }
        }
        var fresh = new ArrayList<Line>();
        var at = new ArrayList<Integer>();
        for (var j = fromAfter; j < toAfter; j++) {
            if (!movedTo[j]) {
                fresh.add(after.get(j));
                at.add(j);
            }
        }
        var paired = Pairing.of(old, fresh);
        var j = fromAfter;
        for (var i = 0; i < old.size(); i++) {
            if (paired[i] < 0) {
                pieces.add(Piece.of(Kind.CUT, old.get(i), Side.BEFORE));
            } else {
                j = added(j, at.get(paired[i]));
                pieces.add(changed(old.get(i), after.get(j)));
                j++;
            }
        }
        added(j, toAfter);
    }

    private int added(int from, int to) {
        for (var j = from; j < to; j++) {
            pieces.add(
                    movedTo[j]
                            ? Piece.of(Kind.MOVED, after.get(j), Side.BOTH)
                            : Piece.of(Kind.ADDED, after.get(j), Side.AFTER));
        }
        return to;
    }

    private static Piece changed(Line old, Line fresh) {
        return new Piece(Kind.CHANGED, fresh.opensParagraph(), WordDiff.of(old.text(), fresh.text()));
    }
}
