// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** Words and suffixes that multiply the number before them. */
final class Magnitude {
    private record Step(double factor, List<String> words, List<String> stems) {}

    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double TRILLION = 1e12;

    private static final List<Step> STEPS = List.of(
            new Step(
                    THOUSAND,
                    List.of("k", "thousand", "mil", "mille", "tsd", "tys", "тис", "тыс"),
                    List.of("tausend", "tysi", "тисяч", "тысяч")),
            new Step(
                    MILLION,
                    List.of("m", "mn", "mln", "mio", "million", "млн"),
                    List.of("million", "milion", "millon", "мільйон", "миллион", "мілион")),
            new Step(
                    BILLION,
                    List.of("bn", "billion", "mrd", "mld", "md", "млрд"),
                    List.of("milliard", "miliard", "мільярд", "миллиард")),
            new Step(TRILLION, List.of("tn", "trn", "trillion"), List.of()));

    private static final int LONGEST = 12;
    private static final int MOST_WORDS = 2;

    private Magnitude() {}

    /** 1 if it is no such word. */
    static double of(String text, int from, int to) {
        if (to <= from || to - from > LONGEST) {
            return 1;
        }
        for (var step : STEPS) {
            for (var word : step.words()) {
                if (word.length() == to - from && is(text, from, word)) {
                    return step.factor();
                }
            }
            for (var stem : step.stems()) {
                if (stem.length() <= to - from && is(text, from, stem)) {
                    return step.factor();
                }
            }
        }
        return 1;
    }

    /** The end of such words behind {@code end}, {@code end} if there are none: "100 mil millones" has two. */
    static int endAfter(String text, int end) {
        var next = end;
        for (int i = 0; i < MOST_WORDS; i++) {
            var from = wordAfter(text, next);
            var to = wordEnd(text, from);
            if (from == next || of(text, from, to) == 1) {
                return next;
            }
            next = to;
        }
        return next;
    }

    /** What the words behind multiply a number by: 1 if there are none. */
    static double between(String text, int end, int magnitudeEnd) {
        var factor = 1.0;
        for (int next = end; next < magnitudeEnd; ) {
            var from = wordAfter(text, next);
            next = wordEnd(text, from);
            factor *= of(text, from, next);
        }
        return factor;
    }

    private static int wordAfter(String text, int end) {
        var open = end < text.length() && (Letters.isSpace(text.charAt(end)) || Letters.isHyphen(text.charAt(end)));
        return open ? end + 1 : end;
    }

    private static int wordEnd(String text, int from) {
        var to = from;
        while (to < text.length() && to - from <= LONGEST && Letters.isWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean is(String text, int from, String word) {
        return text.regionMatches(true, from, word, 0, word.length());
    }
}
