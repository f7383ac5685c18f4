// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.List;

/** Regular forms of English words, good enough to look words up: a form that does not exist does no harm. */
final class Inflections {
    private static final int LONGEST_COMPARED = 6;

    private Inflections() {}

    static String plural(String word) {
        if (word.endsWith("y") && !isVowelBeforeEnd(word)) {
            return cut(word) + "ies";
        }
        var hisses = List.of("s", "sh", "ch", "x", "z").stream().anyMatch(word::endsWith);
        return word + (hisses ? "es" : "s");
    }

    /** The -ed and -ing forms. */
    static List<String> participles(String verb) {
        var stem = verb.endsWith("e") ? cut(verb) : verb;
        var past = verb.endsWith("e")
                ? verb + "d"
                : verb.endsWith("y") && !isVowelBeforeEnd(verb) ? cut(verb) + "ied" : verb + "ed";
        var doubled = doubled(verb);
        var going = (verb.endsWith("ee") ? verb : stem) + "ing";
        return doubled.equals(verb) ? List.of(past, going) : List.of(past, going, doubled + "ed", doubled + "ing");
    }

    /** The adverb, and the compared forms of a short adjective. */
    static List<String> degrees(String adjective) {
        var stem = adjective.endsWith("y") ? cut(adjective) + "ie" : doubled(adjective) + "e";
        var compared = adjective.endsWith("e") ? adjective : stem;
        return adjective.length() <= LONGEST_COMPARED
                ? List.of(adverb(adjective), compared + "r", compared + "st")
                : List.of(adverb(adjective));
    }

    private static String adverb(String adjective) {
        if (adjective.endsWith("y")) {
            return cut(adjective) + "ily";
        }
        if (adjective.endsWith("le")) {
            return cut(adjective) + "y";
        }
        return adjective + (adjective.endsWith("ic") ? "ally" : "ly");
    }

    private static String doubled(String word) {
        var n = word.length();
        var closed = n > 2
                && "aeiouwxy".indexOf(word.charAt(n - 1)) < 0
                && "aeiou".indexOf(word.charAt(n - 2)) >= 0
                && "aeiou".indexOf(word.charAt(n - 3)) < 0;
        return closed ? word + word.charAt(n - 1) : word;
    }

    private static boolean isVowelBeforeEnd(String word) {
        return word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) >= 0;
    }

    private static String cut(String word) {
        return word.substring(0, word.length() - 1);
    }
}
