// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/** What the forms of an English word have in common, as a hash: near enough for criticised, criticism and critic's to meet. */
final class Stems {
    private static final String[] ENDINGS = {
        "ations", "ation", "ments", "ings", "ment", "ness", "ions", "ing", "ion", "ies", "ers", "est", "ed", "ly", "es",
        "er", "al", "s", "e", "y"
    };
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;
    private static final int HASH = 31;

    private Stems() {}

    static int hash(String plain) {
        var length = Math.min(LONGEST, length(plain));
        var hash = 0;
        for (int i = 0; i < length; i++) {
            hash = HASH * hash + plain.charAt(i);
        }
        return hash;
    }

    private static int length(String plain) {
        var length = plain.length();
        if (length > SHORTEST && !plain.endsWith("ss")) {
            length -= ending(plain, length);
        }
        var doubled = length > SHORTEST && plain.charAt(length - 1) == plain.charAt(length - 2);
        return doubled && length < plain.length() ? length - 1 : length;
    }

    private static int ending(String plain, int length) {
        for (var ending : ENDINGS) {
            if (length - ending.length() >= SHORTEST && plain.endsWith(ending)) {
                return ending.length();
            }
        }
        return 0;
    }
}
