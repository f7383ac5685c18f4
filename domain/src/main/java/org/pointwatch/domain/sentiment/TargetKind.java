// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/** What a target looks like; never who it is, so that no model can hold a grudge. */
final class TargetKind {
    private static final int PASSAGE = 0;
    private static final int PERSON = 1;
    private static final int THING = 2;
    private static final int NAME = 3;
    private static final int WORD = 4;
    private static final int LONG_NAME = 5;
    private static final int PHRASE = 6;

    /** Added to the others if something of the target's follows. */
    private static final int OWNER = 8;

    private TargetKind() {}

    static int of(View view, WordClasses known) {
        if (view.passage) {
            return PASSAGE;
        }
        var end = Math.min(view.last, view.to) - 1;
        return alone(view, end, known) + (isOwner(view, end) ? OWNER : 0);
    }

    private static int alone(View view, int end, WordClasses known) {
        var capital = view.words.isCapital(end);
        if (end > view.first) {
            return capital ? LONG_NAME : PHRASE;
        }
        var classes = view.classes[end - view.from];
        if (known.is(classes, WordClasses.PERSON)) {
            return PERSON;
        }
        return known.is(classes, WordClasses.THING) ? THING : capital ? NAME : WORD;
    }

    private static boolean isOwner(View view, int end) {
        return view.words.isPossessive(end)
                || switch (view.words.plain(end)) {
                    case "his", "its", "their" -> true;
                    case "her" -> end == view.first && end + 1 < view.to && !view.words.isBehindComma(end + 1);
                    default -> false;
                };
    }

    /** Whether it is no name and no pronoun. */
    static boolean isCommon(int kind) {
        return kind % OWNER == WORD || kind % OWNER == PHRASE;
    }
}
