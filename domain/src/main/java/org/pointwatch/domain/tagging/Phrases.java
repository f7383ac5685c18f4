// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.tagging.Expr.Capitals;
import org.pointwatch.domain.tagging.Expr.Match;
import org.pointwatch.domain.tagging.Expr.Word;

/** Words of a rule or an alias, cut exactly as the tokenizer cuts a text. */
final class Phrases {
    private final Traits traits;

    Phrases(Traits traits) {
        this.traits = traits;
    }

    /** Words of a rule: any capitals unless marked with {@code =}. */
    List<Word> words(String text) {
        var words = new ArrayList<Word>();
        for (var piece : pieces(text)) {
            var marked = piece.startsWith("=");
            var bare = marked ? piece.substring(1) : piece;
            add(words, bare, marked ? capitals(bare) : Capitals.ANY);
        }
        return words;
    }

    /** Words of a name: a capital asks for one in the text, all capitals for all capitals. */
    List<Word> name(String text) {
        var words = new ArrayList<Word>();
        for (var piece : pieces(text)) {
            var small = Character.isLowerCase(piece.charAt(0));
            add(words, piece, small ? Capitals.ANY : capitals(piece));
        }
        return words;
    }

    private static void add(List<Word> words, String piece, Capitals capitals) {
        var folded = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            var c = piece.charAt(i);
            if (Letters.isWord(c) && Letters.fold(c) != Letters.NOTHING) {
                folded.append(Letters.fold(c));
            }
        }
        if (folded.length() > 0) {
            words.add(new Word(folded.toString(), match(piece), capitals));
        }
    }

    private static Match match(String piece) {
        return piece.endsWith("*") ? Match.PREFIX : piece.endsWith("~") ? Match.STEM : Match.WHOLE;
    }

    private static Capitals capitals(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
            return Capitals.NONE;
        }
        var letters = word.chars().filter(Character::isLetter).count();
        return letters == 1 || word.chars().anyMatch(Character::isLowerCase) ? Capitals.FIRST : Capitals.ALL;
    }

    private List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ends(text, start, i)) {
                if (i > start) {
                    pieces.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private boolean ends(String text, int start, int i) {
        var c = text.charAt(i);
        return Character.isWhitespace(c)
                || Letters.isHyphen(c)
                || Letters.isApostrophe(c) && traits.elides(text, start, i);
    }
}
