// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

/**
 * How a language writes, as far as cutting a text and reading a name depend on it.
 *
 * @param elision whether an apostrophe may end a word: {@code l'Ukraine}
 * @param dotGroups whether a dot groups digits and a comma is the decimal sign: {@code 600.000}, {@code 0,6}
 * @param genitive whether a name right behind a noun may belong to it: {@code Regierung Kiews}
 * @param adjectiveBehind whether an adjective may follow its noun: {@code responsables ukrainiens}
 */
record Traits(boolean elision, boolean dotGroups, boolean genitive, boolean adjectiveBehind) {
    static final Traits ENGLISH = new Traits(false, false, false, false);

    static Traits of(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "fr", "it", "ca" -> new Traits(true, true, false, true);
            case "es", "pt" -> new Traits(false, true, false, true);
            case "pl" -> new Traits(false, true, true, true);
            default -> new Traits(false, true, true, false);
        };
    }

    /** Whether the apostrophe at {@code i}, before a letter, ends the word that began at {@code from}. */
    boolean elides(CharSequence text, int from, int i) {
        if (!elision || i == from) {
            return false;
        }
        var last = Letters.fold(text.charAt(i - 1));
        return i - from == 1 && "ldnscjmt".indexOf(last) >= 0
                || last == 'u' && i - from >= 2 && Letters.fold(text.charAt(i - 2)) == 'q';
    }
}
