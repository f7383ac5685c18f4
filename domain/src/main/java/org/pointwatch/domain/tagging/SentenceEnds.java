// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Locale;
import java.util.Set;

/** Whether a full stop ends a sentence. */
final class SentenceEnds {
    private static final int LONGEST = 5;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sgt", "sen", "rep", "gov", "prof", "rev", "st", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "adm", "capt", "maj",
            "pres", "amb", "hon", "jr", "sr", "brig", "cmdr", "fig", "approx", "dept", "ee", "usw", "bzw", "mio", "mrd",
            "tys", "mln", "mld", "mlrd", "pkt", "тыс", "тис", "млн", "млрд", "np", "tzw", "płk", "ppłk", "mjr", "ust",
            "проф", "ген", "вул", "ул", "напр", "полк");

    /** Words that open a sentence rather than go on after "U.S.". */
    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "but",
            "and",
            "in",
            "on",
            "at",
            "this",
            "that",
            "those",
            "these",
            "there",
            "however",
            "meanwhile",
            "under",
            "after",
            "before",
            "when",
            "while",
            "as",
            "if",
            "its",
            "his",
            "her",
            "their",
            "according",
            "earlier",
            "for");

    private SentenceEnds() {}

    /**
     * Index after the end (closing quotes and brackets belong to it). If the stop at {@code i} ends nothing, the complement
     * of where to go on: the stops in a row behind it need not be asked again.
     */
    static int at(String text, int i) {
        if (text.charAt(i) == '.' && isAbbreviation(text, i)) {
            return ~(i + 1);
        }
        var end = i + 1;
        while (end < text.length() && (isStop(text.charAt(end)) || Letters.isCloser(text.charAt(end)))) {
            end++;
        }
        if (end == text.length() || Letters.isBreak(text.charAt(end))) {
            return end;
        }
        return Letters.isSpace(text.charAt(end)) && opens(text, end) ? end : ~end;
    }

    /** After an abbreviation that keeps its own dot: only a word that opens sentences ends one here. */
    static boolean afterAbbreviation(String text, int end) {
        if (end >= text.length() || text.charAt(end - 1) != '.' || !Letters.isSpace(text.charAt(end))) {
            return false;
        }
        var from = end + 1;
        var to = from;
        while (to < text.length() && to - from < 12 && Letters.isWord(text.charAt(to))) {
            to++;
        }
        return to > from
                && Character.isUpperCase(text.charAt(from))
                && OPENERS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean opens(String text, int space) {
        var next = space;
        while (next < text.length() && Letters.isSpace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        var c = text.charAt(next);
        return !Character.isLowerCase(c)
                && (Letters.isWord(c) || Letters.isOpener(c) || Letters.isDash(c) || Letters.isBreak(c) || c == '-');
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }

    private static boolean isAbbreviation(String text, int dot) {
        var from = dot;
        while (from > 0 && dot - from <= LONGEST + 1 && Letters.isWord(text.charAt(from - 1))) {
            from--;
        }
        var length = dot - from;
        if (length == 1) {
            return Character.isUpperCase(text.charAt(from));
        }
        return length > 1
                && length <= LONGEST + 1
                && ABBREVIATIONS.contains(text.substring(from, dot).toLowerCase(Locale.ROOT));
    }
}
