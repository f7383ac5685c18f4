// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.tagging.Naming.Form;

/** The words around a name, within its sentence. */
final class PartyContext {
    private static final int SKIPS = 4;
    private static final int UNKNOWN = 1;

    private final Tokens tokens;
    private final int first;
    private final int limit;
    private final boolean[] named;

    PartyContext(Tokens tokens, int sentence, List<Naming> namings) {
        this.tokens = tokens;
        first = tokens.sentenceFrom[sentence];
        limit = tokens.sentenceFrom[sentence + 1];
        named = new boolean[limit - first];
        for (var n : namings) {
            for (int t = n.from(); t <= n.to(); t++) {
                named[t - first] = true;
            }
        }
    }

    private boolean is(int token, Cue cue) {
        return token >= first && token < limit && (tokens.form[token].cues & 1 << cue.ordinal()) != 0;
    }

    private boolean stopBefore(int token) {
        return tokens.is(token, Tokens.STOP_BEFORE);
    }

    private boolean breakBefore(int token) {
        return stopBefore(token) || tokens.is(token, Tokens.COMMA_BEFORE);
    }

    boolean possessive(Naming n) {
        return tokens.is(n.to(), Tokens.POSSESSIVE);
    }

    /** "US-drafted". */
    boolean made(Naming n) {
        var next = n.to() + 1;
        return next < limit && tokens.is(next, Tokens.HYPHEN_BEFORE) && is(next, Cue.MADE);
    }

    /** "Ukraine's capital", "London's Heathrow": the owner is ground, not a party. */
    boolean ground(Naming n) {
        var seat = n.alias().form() == Form.SEAT;
        for (int t = n.to() + 1; t < limit && t <= n.to() + SKIPS; t++) {
            if (is(t, Cue.OFFICE)) {
                return false;
            }
            if (is(t, Cue.GROUND) || seat && tokens.is(t, Tokens.UPPER_FIRST)) {
                return true;
            }
            if (!is(t, Cue.SKIP)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the word before the name, articles left out, is such a cue. */
    boolean left(Naming n, Cue cue) {
        var t = n.from();
        while (t > first && !breakBefore(t) && is(t - 1, Cue.SKIP) && !is(t - 1, cue)) {
            t--;
        }
        return t > first && !breakBefore(t) && is(t - 1, cue);
    }

    /** "officials in Kyiv", but not "US officials in Kyiv". */
    boolean officeInSeat(Naming n) {
        var office = n.from() - 2;
        return n.alias().form() == Form.SEAT
                && is(office, Cue.OFFICE)
                && (office == first || !named[office - 1 - first]);
    }

    /** Whether such a cue stands among the words before the preposition. */
    boolean before(Naming n, Cue cue, int words) {
        for (int t = n.from() - 2; t >= first && t >= n.from() - 2 - words && !stopBefore(t + 1); t--) {
            if (is(t, cue)) {
                return true;
            }
        }
        return false;
    }

    /** "for Ukraine to accept". */
    boolean forTo(Naming n) {
        var next = n.to() + 1;
        return next < limit
                && !breakBefore(next)
                && is(next, Cue.OPEN)
                && is(n.from() - 1, Cue.OPEN)
                && tokens.end[next] - tokens.start[next] == 2;
    }

    /** "US and Ukrainian officials": a noun of office follows, with at most one unknown word between. */
    boolean office(Naming n) {
        var unknown = 0;
        for (int t = n.to() + 1; t < limit && t <= n.to() + SKIPS + 2; t++) {
            if (stopBefore(t)) {
                return false;
            }
            if (is(t, Cue.OFFICE) || n.alias().adjective() && is(t, Cue.WORK)) {
                return true;
            }
            var between = is(t, Cue.SKIP) || is(t, Cue.AND) || named[t - first] || isNumbered(t);
            if (!between && (++unknown > UNKNOWN || barrier(t))) {
                return false;
            }
        }
        return false;
    }

    /** "28-point". */
    private boolean isNumbered(int t) {
        return !Double.isNaN(tokens.form[t].number) || tokens.is(t, Tokens.HYPHEN_BEFORE);
    }

    /** "Ukraine plan", "Russia sanctions": what it is about, and nobody's doing. */
    boolean isTopic(Naming n) {
        var next = n.to() + 1;
        return next < limit && !breakBefore(next) && (is(next, Cue.WORK) || is(next, Cue.DEAL) || is(next, Cue.MOVE));
    }

    /** "BRUSSELS, Nov 23 - ", "Kyiv (Agency) - ": where a report was written. */
    boolean isDateline(Naming n) {
        var next = n.to() + 1;
        var sentence = tokens.sentenceOf(first);
        return n.from() == first
                && !tokens.inTitle(sentence)
                && tokens.opensParagraph(sentence)
                && next < limit
                && (tokens.is(n.from(), Tokens.UPPER_ALL)
                        || tokens.is(next, Tokens.BRACKET_OPENS)
                        || tokens.text.charAt(tokens.end[n.to()]) == ' ' && isDash(tokens.end[n.to()] + 1));
    }

    private boolean isDash(int i) {
        return i < tokens.text.length() && (Letters.isDash(tokens.text.charAt(i)) || tokens.text.charAt(i) == '-');
    }

    private boolean barrier(int t) {
        return is(t, Cue.ACT)
                || is(t, Cue.ASK)
                || is(t, Cue.PLACE)
                || is(t, Cue.PARTY)
                || is(t, Cue.OPEN)
                || is(t, Cue.OF)
                || is(t, Cue.GROUND) && !tokens.is(t, Tokens.UPPER_FIRST)
                || is(t, Cue.MOVE);
    }

    /** "Kyiv, which …, said" is left out: a verb follows at once, or after adverbs. A colon in a headline speaks too. */
    boolean acts(Naming n) {
        for (int t = n.to() + 1; t < limit && t <= n.to() + SKIPS; t++) {
            if (t == n.to() + 1 && n.from() == first && tokens.is(t, Tokens.COLON_BEFORE)) {
                return true;
            }
            if (stopBefore(t) || tokens.is(t, Tokens.HYPHEN_BEFORE)) {
                return false;
            }
            if (is(t, Cue.ACT)) {
                return true;
            }
            if (!is(t, Cue.SKIP)) {
                return false;
            }
        }
        return false;
    }

    /** Whether two names stand in one list: only commas, "and" and words that may stand between. */
    boolean listed(Naming a, Naming b) {
        var joined = tokens.is(b.from(), Tokens.COMMA_BEFORE);
        if (b.from() - a.to() > SKIPS + 2 || stopBefore(b.from()) || tokens.is(a.to(), Tokens.POSSESSIVE)) {
            return false;
        }
        for (int t = a.to() + 1; t < b.from(); t++) {
            if (stopBefore(t) || !(is(t, Cue.AND) || is(t, Cue.SKIP) || is(t, Cue.OFFICE))) {
                return false;
            }
            joined |= is(t, Cue.AND) || tokens.is(t, Tokens.COMMA_BEFORE);
        }
        return joined;
    }
}
