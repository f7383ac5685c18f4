// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Expr.Capitals;
import org.pointwatch.domain.tagging.Naming.Alias;

/**
 * The frozen vocabulary. What is known of a word is worked out once for each spelling and remembered: news repeat their
 * words, so nearly every word of a text costs one look. The memory is a fixed table, in which a later word takes the
 * place of the less recent of two; threads may share it, since a lost or stale entry is only worked out again.
 */
final class Lexicon {
    private static final int REMEMBERED = 1 << 17;
    private static final int LONGEST_REMEMBERED = 40;
    private static final int MOST_ORDINAL = 100;
    private static final Alias[] NO_ALIASES = {};

    private final String language;
    private final Trie trie;
    private final Ordinals ordinals;
    private final Capitals[] capitals;
    private final Map<String, int[]> stems = new HashMap<>();
    private final @Nullable UnaryOperator<String> stemmer;
    private final Vocabulary.Range[] ranges;
    private final int[] cueBits;
    private final int[] markBits;
    private final Alias[][] aliases;
    private final @Nullable WordForm[] remembered = new WordForm[REMEMBERED];

    /** @param aliases for each term, the names that begin with it */
    Lexicon(Vocabulary vocabulary, Alias[][] aliases, String language) {
        this.aliases = aliases;
        this.language = language;
        stemmer = Stems.of(language);
        ordinals = new Ordinals(language);
        trie = new Trie(vocabulary);
        ranges = vocabulary.ranges().toArray(Vocabulary.Range[]::new);
        cueBits = vocabulary.cueBits();
        markBits = vocabulary.markBits();
        capitals = new Capitals[vocabulary.size()];
        for (int id = 0; id < capitals.length; id++) {
            if (vocabulary.term(id) instanceof Expr.Word word) {
                capitals[id] = word.capitals();
                if (word.match() == Expr.Match.STEM && stemmer != null) {
                    stems.merge(stemmer.apply(word.text()), new int[] {id}, Lexicon::joined);
                }
            }
        }
    }

    private static int[] joined(int[] a, int[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** @param hash of the characters from here to there, the same for the same characters */
    WordForm form(char[] text, int from, int to, int hash) {
        if (to - from > LONGEST_REMEMBERED) {
            return workOut(text, from, to);
        }
        var slot = (hash ^ hash >>> 15) & REMEMBERED - 1;
        var form = remembered[slot];
        if (form == null || !form.isSpelt(text, from, to)) {
            form = fromBeside(slot, text, from, to);
        }
        return form;
    }

    /** Two words share two slots, the later one in its own: a word that comes once does not cost a frequent one its place. */
    private WordForm fromBeside(int slot, char[] text, int from, int to) {
        var beside = remembered[slot ^ 1];
        if (beside != null && beside.isSpelt(text, from, to)) {
            return beside;
        }
        var form = workOut(text, from, to);
        remembered[slot ^ 1] = remembered[slot];
        remembered[slot] = form;
        return form;
    }

    private WordForm workOut(char[] text, int from, int to) {
        var spelling = Arrays.copyOfRange(text, from, to);
        var upper = capitals(spelling);
        var terms = new ArrayList<Integer>();
        look(spelling, upper, terms);
        var folded = folded(spelling);
        if (stemmer != null && !stems.isEmpty()) {
            accept(stems.getOrDefault(stemmer.apply(folded), new int[0]), upper, terms);
        }
        return form(spelling, upper, terms, Double.NaN, NumberWords.value(folded, language), ordinals.value(folded));
    }

    /** A number that stands alone: its spelling says its value. */
    WordForm number(char[] text, int from, int to, double value) {
        var hash = 1;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        var slot = hash & REMEMBERED - 1;
        var form = remembered[slot];
        if (form == null || form.number != value || !form.isSpelt(text, from, to)) {
            form = number(text, from, to, value, null);
            if (to - from <= LONGEST_REMEMBERED) {
                remembered[slot] = form;
            }
        }
        return form;
    }

    /** A number: its digits as a word, and the ranges that hold its value. */
    WordForm number(char[] text, int from, int to, double value, @Nullable Unit unit) {
        var spelling = Arrays.copyOfRange(text, from, to);
        var upper = capitals(spelling);
        var terms = new ArrayList<Integer>();
        if (value == Math.rint(value)) {
            look(spelling, upper, terms);
        }
        addRanges(value, unit, terms);
        return form(spelling, upper, terms, value, 0, ordinal(spelling, value));
    }

    /** The same word, known to end a number that is spelt out. */
    WordForm number(WordForm word, double value, @Nullable Unit unit) {
        var terms = new ArrayList<Integer>();
        for (var term : word.terms) {
            terms.add(term);
        }
        addRanges(value, unit, terms);
        return form(word.spelling(), word.capitals, terms, value, word.spelled, word.ordinal);
    }

    /** "6th" is one, "6" is none. */
    private static int ordinal(char[] spelling, double value) {
        return Character.isLetter(spelling[spelling.length - 1]) && value < MOST_ORDINAL ? (int) value : 0;
    }

    private void addRanges(double value, @Nullable Unit unit, List<Integer> terms) {
        for (var range : ranges) {
            if (value >= range.from() && value <= range.to() && (range.unit() == null || range.unit() == unit)) {
                terms.add(range.term());
            }
        }
    }

    private WordForm form(char[] spelling, int upper, List<Integer> terms, double number, int spelled, int ordinal) {
        var ids = terms.stream().distinct().mapToInt(i -> i).toArray();
        var cues = 0;
        var marks = 0;
        var names = new ArrayList<Alias>();
        for (var id : ids) {
            cues |= cueBits[id];
            marks |= markBits[id];
            names.addAll(Arrays.asList(aliases[id]));
        }
        return new WordForm(
                spelling,
                upper,
                ids,
                cues,
                marks,
                names.isEmpty() ? NO_ALIASES : names.toArray(NO_ALIASES),
                number,
                spelled,
                ordinal);
    }

    private void look(char[] spelling, int upper, List<Integer> terms) {
        var node = Trie.ROOT;
        for (int i = 0; i < spelling.length && node != Trie.DEAD; i++) {
            var c = Letters.isWord(spelling[i]) ? Letters.fold(spelling[i]) : Letters.NOTHING;
            if (c != Letters.NOTHING) {
                node = trie.step(node, c);
                if (node != Trie.DEAD) {
                    accept(trie.prefix(node), upper, terms);
                }
            }
        }
        if (node != Trie.DEAD) {
            accept(trie.exact(node), upper, terms);
        }
    }

    private void accept(int[] found, int upper, List<Integer> terms) {
        for (var term : found) {
            var asked = capitals[term];
            if (asked == Capitals.ANY
                    || asked == Capitals.NONE && upper == 0
                    || asked == Capitals.FIRST && upper != 0
                    || asked == Capitals.ALL && (upper & Tokens.UPPER_ALL) != 0) {
                terms.add(term);
            }
        }
    }

    private static int capitals(char[] spelling) {
        if (spelling.length == 0 || !Character.isUpperCase(spelling[0])) {
            return 0;
        }
        for (int i = 1; i < spelling.length; i++) {
            if (Character.isLowerCase(spelling[i])) {
                return Tokens.UPPER_FIRST;
            }
        }
        return Tokens.UPPER_FIRST | Tokens.UPPER_ALL;
    }

    private static String folded(char[] spelling) {
        return Letters.fold(String.valueOf(spelling));
    }
}
