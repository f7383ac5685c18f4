// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;

/** Words of a rule or an alias, cut exactly as the tokenizer cuts a text. */
final class Phrases {
    private Phrases() {}

    /** Words of a rule: any case unless marked with {@code =}. */
    static List<Expr.Word> words(String text) {
        var words = new ArrayList<Expr.Word>();
        for (var piece : pieces(text)) {
            var cased = piece.startsWith("=");
            var prefix = piece.endsWith("*");
            var bare = piece.substring(cased ? 1 : 0, piece.length() - (prefix ? 1 : 0));
            var mode = prefix ? Expr.Mode.PREFIX : cased ? cased(bare) : Expr.Mode.ANY_CASE;
            add(words, bare, mode);
        }
        return words;
    }

    /** Words of a name: a capital asks for one in the text, all capitals for all capitals. */
    static List<Expr.Word> name(String text) {
        var words = new ArrayList<Expr.Word>();
        for (var piece : pieces(text)) {
            var mode = Character.isLowerCase(piece.charAt(0)) ? Expr.Mode.ANY_CASE : cased(piece);
            add(words, piece, mode);
        }
        return words;
    }

    private static void add(List<Expr.Word> words, String bare, Expr.Mode mode) {
        var folded = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            var c = bare.charAt(i);
            if (Letters.isWord(c) && Letters.fold(c) != Letters.NOTHING) {
                folded.append(Letters.fold(c));
            }
        }
        if (folded.length() > 0) {
            words.add(new Expr.Word(folded.toString(), mode));
        }
    }

    private static Expr.Mode cased(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
            return Expr.Mode.LOWER;
        }
        var small = word.chars().anyMatch(Character::isLowerCase);
        return small || word.length() == 1 ? Expr.Mode.CAPITALISED : Expr.Mode.UPPER;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i)) || Letters.isHyphen(text.charAt(i))) {
                if (i > start) {
                    pieces.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }
}
