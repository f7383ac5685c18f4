// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.tagging.Letters;
import org.pointwatch.domain.tagging.Tokens;

/**
 * A sentence as it is compared.
 *
 * @param words as {@link #key} makes them, in order
 */
record Line(String text, boolean opensParagraph, List<String> words) {

    /** The first sentences of a text; what has no letter and no digit is none. */
    static List<Line> of(String text, String language, int most) {
        var tokens = Tokens.plain("", text, language);
        var lines = new ArrayList<Line>();
        for (var i = 0; i < Math.min(tokens.sentences(), most); i++) {
            var sentence = tokens.sentence(i).text();
            lines.add(new Line(sentence, tokens.opensParagraph(i), keys(split(sentence))));
        }
        return lines;
    }

    private static List<String> keys(List<String> words) {
        return words.stream().map(Line::key).filter(k -> !k.isEmpty()).toList();
    }

    /** Between blanks; a mark that stands alone belongs to the word before it. */
    static List<String> split(String sentence) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < sentence.length()) {
            var from = at;
            while (at < sentence.length() && !blank(sentence.charAt(at))) {
                at++;
            }
            if (at > from) {
                take(words, sentence.substring(from, at));
            }
            at++;
        }
        return words;
    }

    private static void take(List<String> words, String word) {
        if (key(word).isEmpty() && !words.isEmpty()) {
            words.set(words.size() - 1, words.get(words.size() - 1) + " " + word);
        } else {
            words.add(word);
        }
    }

    /** What counts of a word; empty for marks. */
    static String key(String word) {
        var key = new StringBuilder(word.length());
        for (var i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            var folded = Letters.fold(c);
            if (folded != Letters.NOTHING && counts(c)) {
                key.append(folded);
            }
        }
        return key.toString();
    }

    private static boolean counts(char c) {
        return Letters.isWord(c)
                || c == '%'
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || Character.isSurrogate(c);
    }

    private static boolean blank(char c) {
        return Letters.isSpace(c) || Character.isWhitespace(c);
    }
}
