// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/**
 * The place, the day and the agency at the beginning of a line: {@code KYIV, Nov 23 (Reuters) -}, {@code МОСКВА, 23 ноября.
 * /ТАСС/.}, {@code Киев. 23 ноября. ИНТЕРФАКС -}. One walk from the left; the first word that belongs to no dateline ends it.
 */
final class Dateline {
    private static final int LONGEST = 30;
    private static final int MOST_PLACE_WORDS = 7;
    private static final int SHORTEST_SHOUT = 3;
    private static final String BEFORE = ".-–:,";
    private static final String AFTER = ".-–";

    private final List<Token> tokens;
    private boolean day;
    private boolean shouted;
    private int placeWords;

    private Dateline(List<Token> tokens) {
        this.tokens = tokens;
    }

    static @Nullable String agency(List<Token> line) {
        return new Dateline(line).walk();
    }

    private @Nullable String walk() {
        if (tokens.isEmpty() || Vocabulary.NO_PLACE.contains(tokens.get(0).lower())) {
            return null;
        }
        for (var i = 0; i < Math.min(LONGEST, tokens.size()); i++) {
            var t = tokens.get(i);
            var agency = t.is("(") || t.is("/") ? enclosed(i) : open(i);
            if (agency != null) {
                return agency;
            }
            if (!belongs(t) || placeWords > MOST_PLACE_WORDS) {
                return null;
            }
        }
        return null;
    }

    private boolean belongs(Token t) {
        if (t.number()) {
            day = true;
            return true;
        }
        if (!t.word()) {
            return t.oneOf("(),./-–:'’[]");
        }
        if (Vocabulary.DATE.contains(t.lower()) || Vocabulary.PLACE.contains(t.text())) {
            return true;
        }
        placeWords++;
        shouted |=
                t.text().length() >= SHORTEST_SHOUT && t.text().equals(t.text().toUpperCase(Locale.ROOT));
        return t.capital();
    }

    /** Within brackets, where something follows them that begins a text. */
    private @Nullable String enclosed(int open) {
        var closing = tokens.get(open).is("(") ? ")" : "/";
        var within = Enclosure.at(tokens, open, closing);
        if (within == null || within.end() >= tokens.size()) {
            return null;
        }
        return begins(within.end(), open == 0) ? within.agency() : null;
    }

    /** @param first whether the line begins with the agency */
    private boolean begins(int after, boolean first) {
        var next = tokens.get(after);
        if (next.is(".") && after + 1 < tokens.size() && tokens.get(after + 1).oneOf("-–")) {
            return true;
        }
        var dated = first || shouted || day && placeWords > 0;
        return next.oneOf("-–") || dated && after + 1 < tokens.size() && (next.capital() || next.oneOf(".:\"«„“("));
    }

    /** Without brackets: after a day and a stop, and before a stop. */
    private @Nullable String open(int i) {
        var stopped = day
                && i > 0
                && tokens.get(i - 1).oneOf(BEFORE)
                && !tokens.get(i).glued();
        var found = stopped ? Agencies.at(tokens, i, Place.LINE) : null;
        if (found == null) {
            return null;
        }
        var end = found.end();
        return end + 1 < tokens.size()
                        && tokens.get(end).oneOf(AFTER)
                        && !tokens.get(end + 1).glued()
                ? found.agency()
                : null;
    }
}
