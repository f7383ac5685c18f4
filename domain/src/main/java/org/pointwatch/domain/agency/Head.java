// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credits at the beginning: a dateline, a byline, a copyright with its year. An agency's name alone on a line is none here: it
 * is the credit of the picture above as often as not.
 */
final class Head {
    private Head() {}

    static @Nullable Credit credit(List<String> lines) {
        Credit byline = null;
        var signed = false;
        for (var line : lines) {
            var tokens = Token.all(line);
            var place = Dateline.agency(tokens);
            if (place != null) {
                return byline != null && byline.whole() ? byline : new Credit(place, Credit.Where.DATELINE);
            }
            if (line.length() > Lines.SHORT) {
                signed = false;
                continue;
            }
            var found = line(tokens, signed);
            byline = byline == null || found != null && !byline.whole() ? found : byline;
            signed = byline(tokens);
        }
        return byline;
    }

    /** @param signed whether the line before is a byline */
    private static @Nullable Credit line(List<Token> tokens, boolean signed) {
        if (byline(tokens) || signed && names(tokens)) {
            return Field.byline(tokens).credit(Credit.Where.BYLINE);
        }
        var copyright = Copyright.dated(tokens);
        if (copyright != null) {
            return new Credit(copyright, Credit.Where.CREDIT_LINE);
        }
        return PartCredit.of(tokens);
    }

    private static boolean byline(List<Token> tokens) {
        return !tokens.isEmpty() && Vocabulary.BY.contains(tokens.get(0).lower()) && names(tokens);
    }

    /** Capitals and the small words of bylines only: nothing that a sentence needs. */
    static boolean names(List<Token> tokens) {
        for (var i = 0; i < tokens.size(); i++) {
            var t = tokens.get(i);
            if (t.word() && !t.capital() && !small(t) && Agencies.at(tokens, i, Agencies.Place.ENCLOSED) == null
                    || Vocabulary.PICTURE.contains(t.lower())
                    || t.oneOf("?!…")) {
                return false;
            }
        }
        return !tokens.isEmpty();
    }

    private static boolean small(Token t) {
        return Vocabulary.BY.contains(t.lower())
                || Vocabulary.WITH.contains(t.lower())
                || Vocabulary.AND.contains(t.lower())
                || Vocabulary.FILLER.contains(t.lower())
                || Vocabulary.MATERIAL.contains(t.lower());
    }
}
