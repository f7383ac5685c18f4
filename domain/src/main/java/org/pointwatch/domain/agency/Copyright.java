// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/** {@code (c) 2025 AFP}, {@code © dpa-infocom, dpa:251123-930}, {@code Copyright 2025 The Associated Press.} */
final class Copyright {
    private static final int MOST_BETWEEN = 6;
    private static final int YEAR_DIGITS = 4;
    private static final int CODE_DIGITS = 6;
    private static final String BEFORE = ".!?…)\"”“»’|:(";

    private Copyright() {}

    static @Nullable String agency(List<Token> tokens) {
        for (var i = 0; i < tokens.size(); i++) {
            var start = after(tokens, i);
            var agency = start < 0 || !stands(tokens, i) ? null : holder(tokens, start);
            if (agency != null) {
                return agency;
            }
        }
        return tokens.isEmpty() ? null : code(tokens);
    }

    /** At the beginning of an article, where a holder without a year is a picture's. */
    static @Nullable String dated(List<Token> tokens) {
        var dated = tokens.stream().anyMatch(t -> t.number() && t.text().length() == YEAR_DIGITS);
        return dated && !tokens.isEmpty() && after(tokens, 0) > 0 ? agency(tokens) : null;
    }

    /** The token after a sign of copyright, -1 if there is none. */
    private static int after(List<Token> tokens, int i) {
        if (tokens.get(i).is("©") || tokens.get(i).lower().equals("copyright")) {
            return i + 1;
        }
        var inBrackets = i + 2 < tokens.size()
                && tokens.get(i).is("(")
                && tokens.get(i + 1).lower().equals("c")
                && tokens.get(i + 2).is(")");
        return inBrackets ? i + 3 : -1;
    }

    /** Not at the end of a caption: at the beginning of a line or after a sentence, and nothing said of a picture. */
    private static boolean stands(List<Token> tokens, int i) {
        for (var before = Math.max(0, i - MOST_BETWEEN); before < i; before++) {
            if (Vocabulary.PICTURE.contains(tokens.get(before).lower())) {
                return false;
            }
        }
        return i == 0 || tokens.get(i - 1).oneOf(BEFORE);
    }

    private static @Nullable String holder(List<Token> tokens, int start) {
        for (var i = start; i < Math.min(tokens.size(), start + MOST_BETWEEN); i++) {
            var found = Agencies.at(tokens, i, Place.ENCLOSED);
            if (found != null) {
                return ends(tokens, found.end()) ? found.agency() : null;
            }
            var t = tokens.get(i);
            if (t.word()
                    && !t.lower().equals("by")
                    && !t.lower().equals("the")
                    && after(tokens, i) < 0
                    && !t.lower().equals("c")) {
                return null;
            }
        }
        return null;
    }

    /** A photographer or a picture desk would follow at once. */
    private static boolean ends(List<Token> tokens, int end) {
        if (end >= tokens.size()) {
            return true;
        }
        var next = tokens.get(end);
        var rights = next.lower().equals("all")
                || next.lower().equals("alle")
                || next.lower().equals("tous");
        return next.number() || rights || next.oneOf(",.;:)–|") || next.is("-") && !next.glued();
    }

    /** {@code dpa:251123-930-330000/1} */
    private static @Nullable String code(List<Token> tokens) {
        var coded = tokens.size() > 2
                && tokens.get(0).text().equals("dpa")
                && tokens.get(1).is(":")
                && tokens.get(2).number()
                && tokens.get(2).text().length() >= CODE_DIGITS;
        return coded ? "dpa" : null;
    }
}
