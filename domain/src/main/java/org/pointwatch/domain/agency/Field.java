// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/**
 * A text that is nothing but names: the author's field, a byline, an outlet's title. It is cut at its commas and ands; a part
 * counts if it is an agency's name as a whole, or a person's followed by one ("Jane Roe Associated Press").
 */
final class Field {
    private static final String CUTS = ",;/|&()[]•·–<>:\n";

    private final List<Token> tokens;
    private boolean with;
    private @Nullable String whole;
    private @Nullable String part;

    private Field(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The agency that a field is, such as an outlet's title or what the feed says; null if it is more than that. */
    static @Nullable String name(List<Token> tokens) {
        var field = new Field(tokens);
        return field.named(0, tokens.size());
    }

    /** The agencies among the names of a byline. */
    static Field byline(List<Token> tokens) {
        var field = new Field(tokens);
        var start = 0;
        for (var i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || field.cuts(i)) {
                field.read(start, i);
                start = i + 1;
            }
        }
        return field;
    }

    @Nullable
    Credit credit(Credit.Where where) {
        if (whole != null) {
            return new Credit(whole, where);
        }
        return part == null ? null : new Credit(part, Credit.Where.PART);
    }

    private boolean cuts(int i) {
        var t = tokens.get(i);
        return t.oneOf(CUTS) || t.is("-") && !t.glued() || t.word() && Vocabulary.AND.contains(t.text());
    }

    private void read(int start, int end) {
        var from = start;
        while (from < end && Vocabulary.BY.contains(tokens.get(from).lower())) {
            from++;
        }
        for (var i = from; i < end; i++) {
            if (Vocabulary.WITH.contains(tokens.get(i).text())) {
                take(from, i);
                with = true;
                from = i + 1;
                while (from < end
                        && Vocabulary.MATERIAL.contains(tokens.get(from).lower())) {
                    from++;
                }
            }
        }
        take(from, end);
    }

    private void take(int start, int end) {
        var agency = start < end ? named(start, end) : null;
        agency = agency == null && start < end ? signed(start, end) : agency;
        if (agency != null && with) {
            part = part == null ? agency : part;
        } else if (agency != null && whole == null) {
            whole = agency;
        }
    }

    private @Nullable String named(int start, int end) {
        String agency = null;
        for (var i = start; i < end; ) {
            var found = Agencies.at(tokens, i, Place.FIELD);
            if (found != null && found.end() <= end) {
                agency = agency == null ? found.agency() : agency;
                i = found.end();
            } else if (filler(tokens.get(i))) {
                i++;
            } else {
                return null;
            }
        }
        return agency;
    }

    private static boolean filler(Token t) {
        return t.oneOf("©'’.\"") || Vocabulary.FILLER.contains(t.lower());
    }

    /** A person's name, then an agency's of two words or more: one word may be the surname. */
    private @Nullable String signed(int start, int end) {
        for (var i = start; i < end; i++) {
            var found = i == start ? null : Agencies.at(tokens, i, Place.LINE);
            if (found != null && found.end() - i > 1) {
                return onlyFiller(found.end(), end) ? found.agency() : null;
            }
            var t = tokens.get(i);
            if (Vocabulary.PICTURE.contains(t.lower()) || !t.capital() && !t.oneOf(".'’-") && !filler(t)) {
                return null;
            }
        }
        return null;
    }

    private boolean onlyFiller(int start, int end) {
        for (var i = start; i < end; i++) {
            if (!filler(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }
}
