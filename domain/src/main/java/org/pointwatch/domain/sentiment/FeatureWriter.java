// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import static org.pointwatch.domain.sentiment.Features.NO_WORD;

/** Writes down the features of one view. Any change here asks for a new training. */
final class FeatureWriter {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int INSIDE = 2;

    /** Sides and what goes with them share a number: side * SIDE + the other. */
    private static final int SIDE = 8;

    /** A word with a capital that is of no class, in a run of classes. */
    private static final int NAME = 1000;

    private static final int LONGEST_RUN = 3;
    private static final int MOST_IN_SKELETON = 8;
    private static final int MOST_NAMES = 2;

    private final View view;
    private final WordClasses known;
    private final Features out;
    private final int kind;
    private final boolean targetQuoted;

    /** Of the side that is being written. */
    private int breaks;

    /** Other names between the target and the word that is being written: what is said may be said of them. */
    private int names;

    /** The target's in its sentence, as {@link Roles} tells it. */
    private int part;

    private int before;
    private int run;
    private int inSkeleton;
    private int lastClass;
    private int lastButOne;
    private int lastPolar;
    private final int[] nearest = new int[3];

    FeatureWriter(View view, WordClasses known, Features out) {
        this.view = view;
        this.known = known;
        this.out = out;
        kind = TargetKind.of(view, known);
        targetQuoted = view.quoted[view.first - view.from];
    }

    void write() {
        frame();
        if (view.passage) {
            side(INSIDE, view.first, Math.min(view.last, view.to), 1);
        } else {
            part = new Roles(view, known, out, kind).write();
            side(LEFT, view.first - 1, view.from - 1, -1);
            side(RIGHT, view.last, view.to, 1);
        }
        new Balance(view, known).write(out, kind, targetQuoted);
        if (!view.passage) {
            out.add(mix(mix(54, nearest[LEFT]), nearest[RIGHT]), NO_WORD);
            out.add(mix(mix(mix(55, nearest[LEFT]), nearest[RIGHT]), kind), NO_WORD);
        }
    }

    static int mix(int hash, int other) {
        var mixed = (hash ^ other) * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }

    private void frame() {
        out.add(mix(1, kind), NO_WORD);
        out.add(mix(2, Math.min(8, view.first - view.from)), NO_WORD);
        out.add(mix(3, Math.min(10, view.length() / 5)), NO_WORD);
        out.add(mix(4, targetQuoted ? 1 : 0), NO_WORD);
        out.add(mix(5, (view.first == view.from ? 1 : 0) + (view.last == view.to ? 2 : 0)), NO_WORD);
        if (!view.passage && TargetKind.isCommon(kind)) {
            for (int w = view.first; w < Math.min(view.last, view.to); w++) {
                ownWord(w);
            }
        }
    }

    /** What a target without a name is called tells something; a name must not. */
    private void ownWord(int word) {
        if (!view.words.isCapital(word)) {
            out.add(mix(6, view.hash[word - view.from]), word);
        }
        for (var one : view.classes[word - view.from]) {
            out.add(mix(7, one), word);
        }
    }

    private void side(int side, int start, int end, int step) {
        breaks = 0;
        names = 0;
        before = 11;
        run = 28 + side;
        inSkeleton = 0;
        lastClass = 0;
        lastButOne = 0;
        lastPolar = 0;
        var far = 1;
        for (int w = start; w != end; w += step) {
            if (isBreak(step < 0 ? w + 1 : w) || known.is(view.classes[w - view.from], WordClasses.CONTRAST)) {
                breaks++;
            }
            word(w, side, side == INSIDE ? 1 : far++);
            names += beginsName(w, step) ? 1 : 0;
        }
    }

    /** As it is met on the way from the target. */
    private boolean beginsName(int word, int step) {
        return view.isName(word) && (!view.isName(word - step) || isBreak(step < 0 ? word + 1 : word));
    }

    private boolean isBreak(int word) {
        return view.words.isBehindComma(word) || view.words.isBehindStop(word);
    }

    private void word(int word, int side, int far) {
        var i = word - view.from;
        var id = view.hash[i];
        var coarse = side * SIDE + (far <= 3 ? 0 : far <= 9 ? 1 : 2);
        var clause = side * SIDE + Math.min(2, breaks);
        var across = view.quoted[i] != targetQuoted;
        out.add(mix(20, id), word);
        out.add(mix(mix(21, id), side), word);
        out.add(mix(mix(22, id), coarse), word);
        out.add(mix(mix(23, id), clause), word);
        stem(word, side, coarse, clause);
        if (view.negated[i]) {
            out.add(mix(mix(24, id), side), word);
        }
        if (across) {
            out.add(mix(mix(25, id), side), word);
        }
        pair(word, side, id, coarse);
        if (side != INSIDE && far <= LONGEST_RUN) {
            run = mix(run, id);
            out.add(mix(run, far), word);
            out.add(mix(mix(run, far), kind), word);
        }
        classes(word, side, far, coarse, clause, (targetQuoted ? 2 : 0) + (across ? 1 : 0));
        skeleton(word, side);
        polar(word, side, far);
    }

    private void stem(int word, int side, int coarse, int clause) {
        var stem = view.stem[word - view.from];
        out.add(mix(71, stem), word);
        out.add(mix(mix(72, stem), coarse), word);
        out.add(mix(mix(mix(73, stem), clause), view.negated[word - view.from] ? 1 : 0), word);
        if (side != INSIDE) {
            out.add(mix(mix(mix(74, stem), Math.min(MOST_NAMES, names)), side), word);
            out.add(mix(mix(mix(76, stem), part), side), word);
        }
    }

    private void polar(int word, int side, int far) {
        var i = word - view.from;
        if (known.polarity(view.classes[i]) == 0) {
            return;
        }
        var bone = bone(word) * 2 + (view.negated[i] ? 1 : 0);
        if (lastPolar == 0) {
            nearest[side] = bone;
            out.add(mix(mix(mix(56, bone), side), kind), word);
            out.add(mix(mix(mix(57, bone), side), Math.min(breaks, 2) * 8 + distance(far)), word);
        } else {
            out.add(mix(mix(mix(58, bone), side), lastPolar), word);
        }
        lastPolar = bone;
    }

    /** Two words as they stand in the text. */
    private void pair(int word, int side, int id, int coarse) {
        var pair = side == LEFT ? mix(mix(26, id), before) : mix(mix(26, before), id);
        out.add(pair, word);
        out.add(mix(mix(27, pair), coarse), word);
        before = id;
    }

    private void classes(int word, int side, int far, int coarse, int clause, int quotes) {
        var distance = side * SIDE + distance(far);
        for (var one : view.classes[word - view.from]) {
            var turned = one * 2 + (view.negated[word - view.from] ? 1 : 0);
            out.add(mix(30, turned), word);
            out.add(mix(mix(31, turned), distance), word);
            out.add(mix(mix(32, turned), clause), word);
            out.add(mix(mix(mix(33, turned), coarse), kind), word);
            out.add(mix(mix(mix(34, turned), clause), quotes), word);
            if (side != INSIDE) {
                out.add(mix(mix(mix(75, turned), Math.min(MOST_NAMES, names)), side), word);
            }
        }
    }

    private static int distance(int far) {
        if (far <= 2) {
            return far - 1;
        }
        return far <= 4 ? 2 : far <= 8 ? 3 : far <= 15 ? 4 : 5;
    }

    /** The sentence from the target on, of classes and names alone. */
    private void skeleton(int word, int side) {
        var bone = bone(word);
        if (bone < 0 || bone == NAME && lastClass == NAME || inSkeleton == MOST_IN_SKELETON) {
            return;
        }
        inSkeleton++;
        out.add(mix(mix(mix(40 + side, bone), lastClass), Math.min(inSkeleton, 4)), word);
        out.add(mix(mix(mix(43 + side, bone), lastClass), lastButOne), word);
        out.add(mix(mix(46 + side, bone), Math.min(inSkeleton, 5)), word);
        lastButOne = lastClass;
        lastClass = bone;
    }

    private int bone(int word) {
        var own = view.classes[word - view.from];
        if (own.length == 0) {
            return view.words.isCapital(word) && word > view.from ? NAME : -1;
        }
        var bone = 0;
        for (var one : own) {
            bone = bone << Byte.SIZE | (one & WordClasses.BYTE) + 1;
        }
        return bone;
    }
}
