// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/**
 * The words around a target as a {@link TargetNet} reads them: in their order, each with its stem, its place and a few
 * signs, such as its classes. The target is one word without a stem, so that the net does not know who it is; nor does it
 * know other names.
 */
public final class Surroundings {
    /** Signs are numbers below this. */
    public static final int SIGNS = 576;

    /** Instead of a stem. */
    public static final int NO_STEM = 0;

    /** Places are numbers below this. */
    public static final int PLACES = 162;

    /** The target's. */
    public static final int NO_PLACE = -1;

    private static final int REACH = 16;

    /** The nearer, the finer. */
    private static final byte[] STEPS = {0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7};

    private static final int MOST_SIGNS = 16;
    private static final int RIGHT = 1;

    private static final int DISTANCES = 0;
    private static final int DISTANCES_A_SIDE = 9;
    private static final int CLAUSES = 20;
    private static final int NAMES = 26;
    private static final int STEPS_A_SIDE = 3;
    private static final int PLACES_A_DISTANCE = STEPS_A_SIDE * STEPS_A_SIDE;
    private static final int QUOTED = 32;
    private static final int ACROSS = 33;
    private static final int NEGATED = 34;
    private static final int NAME = 35;
    private static final int BEHIND_COMMA = 36;
    private static final int NAMESAKE = 37;
    private static final int BEHIND_STOP = 38;
    private static final int KINDS = 40;
    private static final int CLASSES = 64;

    private final View view;
    private final WordClasses known;
    private final int target;
    private final int[] stems;
    private final int[] places;
    private final int[] counts;
    private final int[] signs;

    private Surroundings(View view, WordClasses known) {
        this.view = view;
        this.known = known;
        target = Math.min(REACH, view.first - view.from);
        var count = target + 1 + Math.max(0, Math.min(REACH, view.to - view.last));
        stems = new int[count];
        places = new int[count];
        counts = new int[count];
        signs = new int[count * MOST_SIGNS];
    }

    /**
     * @param start of the target, as {@link SentimentScorer#score} takes it
     * @return null if the target has no word, or is a passage that must be judged by its own
     */
    public static @Nullable Surroundings of(Words words, int start, int end, WordClasses classes) {
        var view = View.at(words, start, end, classes);
        return view == null || view.passage ? null : of(view, classes);
    }

    static Surroundings of(View view, WordClasses known) {
        var surroundings = new Surroundings(view, known);
        surroundings.target();
        surroundings.side(0, view.first - 1, -1);
        surroundings.side(RIGHT, view.last, 1);
        return surroundings;
    }

    /** How many words there are, the target among them as one. */
    public int count() {
        return stems.length;
    }

    /** Which of them is the target. */
    public int targetAt() {
        return target;
    }

    /** The hash of a word's stem, or {@link #NO_STEM}. */
    public int stem(int word) {
        return stems[word];
    }

    /** How far it is from the target, over how many clauses and names; or {@link #NO_PLACE}. */
    public int place(int word) {
        return places[word];
    }

    /** What a place is made of, as three signs. */
    public static int[] signsOf(int place) {
        var side = place / (DISTANCES_A_SIDE * PLACES_A_DISTANCE) * STEPS_A_SIDE;
        return new int[] {
            DISTANCES + place / PLACES_A_DISTANCE,
            CLAUSES + side + place / STEPS_A_SIDE % STEPS_A_SIDE,
            NAMES + side + place % STEPS_A_SIDE
        };
    }

    /** How many signs a word has besides. */
    public int signs(int word) {
        return counts[word];
    }

    /** One of them. */
    public int sign(int word, int index) {
        return signs[word * MOST_SIGNS + index];
    }

    private void add(int at, int sign) {
        if (counts[at] < MOST_SIGNS) {
            signs[at * MOST_SIGNS + counts[at]++] = sign;
        }
    }

    private void target() {
        var kind = TargetKind.of(view, known);
        places[target] = NO_PLACE;
        add(target, KINDS + kind);
        if (view.quoted[view.first - view.from]) {
            add(target, QUOTED);
        }
        for (int w = view.first; TargetKind.isCommon(kind) && w < Math.min(view.last, view.to); w++) {
            classes(target, w, 0);
        }
    }

    private void classes(int at, int word, int negated) {
        for (var one : view.classes[word - view.from]) {
            add(at, CLASSES + (one & WordClasses.BYTE) * 2 + negated);
        }
    }

    private void side(int side, int start, int step) {
        var breaks = 0;
        var names = 0;
        var word = start;
        for (int at = target + step; at >= 0 && at < stems.length; at += step) {
            var broken = isBreak(step < 0 ? word + 1 : word);
            breaks += broken || known.is(view.classes[word - view.from], WordClasses.CONTRAST) ? 1 : 0;
            places[at] = (side * DISTANCES_A_SIDE + STEPS[Math.abs(at - target)]) * PLACES_A_DISTANCE
                    + Math.min(STEPS_A_SIDE - 1, breaks) * STEPS_A_SIDE
                    + Math.min(STEPS_A_SIDE - 1, names);
            word(at, word);
            names += view.isName(word) && (broken || !view.isName(word - step)) ? 1 : 0;
            word += step;
        }
    }

    private boolean isBreak(int word) {
        return view.words.isBehindComma(word) || view.words.isBehindStop(word);
    }

    private void word(int at, int word) {
        var i = word - view.from;
        stems[at] = stemOf(word);
        flag(at, ACROSS, view.quoted[i] != view.quoted[view.first - view.from]);
        flag(at, NAMESAKE, isNamesake(word));
        flag(at, NEGATED, view.negated[i]);
        flag(at, NAME, view.isName(word));
        flag(at, BEHIND_COMMA, view.words.isBehindComma(word));
        flag(at, BEHIND_STOP, view.words.isBehindStop(word) && !view.words.isBehindComma(word));
        classes(at, word, view.negated[i] ? 1 : 0);
    }

    private void flag(int at, int sign, boolean holds) {
        if (holds) {
            add(at, sign);
        }
    }

    private int stemOf(int word) {
        if (view.isName(word)) {
            return NO_STEM;
        }
        return Double.isNaN(view.words.number(word)) ? view.stem[word - view.from] : View.NUMBER;
    }

    private boolean isNamesake(int word) {
        var name = Math.min(view.last, view.to) - 1;
        return view.words.isCapital(name) && view.hash[word - view.from] == view.hash[name - view.from];
    }
}
