// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/**
 * Agencies and initials between brackets and nothing else: {@code (dpa)}, {@code (APA/dpa)}, {@code /TASS/}, {@code (©NTB)}.
 *
 * @param agency the first one
 * @param agencies how many there are
 * @param end the token after the closing bracket
 */
record Enclosure(String agency, int agencies, int end) {
    private static final int LONGEST = 16;
    private static final int LONGEST_INITIALS = 4;

    static @Nullable Enclosure at(List<Token> tokens, int open, String closing) {
        String first = null;
        var agencies = 0;
        for (var i = open + 1; i < Math.min(tokens.size(), open + LONGEST); ) {
            var token = tokens.get(i);
            if (token.is(closing)) {
                return first == null ? null : new Enclosure(first, agencies, i + 1);
            }
            var found = Agencies.at(tokens, i, Place.ENCLOSED);
            if (found != null) {
                first = first == null ? found.agency() : first;
                agencies++;
                i = found.end();
            } else if (first != null && initials(token) && !tokens.get(i - 1).word()
                    || token.oneOf(",/-–&+©;.") && joins(token, first)) {
                i++;
            } else {
                return null;
            }
        }
        return null;
    }

    /** A stop before the first name is no joint, except the sign of a copyright. */
    private static boolean joins(Token token, @Nullable String first) {
        return first != null || token.is("©");
    }

    private static boolean initials(Token token) {
        return token.word()
                && token.text().length() <= LONGEST_INITIALS
                && token.text().equals(token.lower());
    }
}
