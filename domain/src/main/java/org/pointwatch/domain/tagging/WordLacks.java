// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.tagging.Fit.Run;

/** Why a word, a phrase, a number or a reference is not found. */
final class WordLacks {
    private static final double OTHERWISE_THERE = 0.5;
    private static final double SOME_WORDS = 0.3;
    private static final double SOME_NUMBER = 0.4;
    private static final int NUMBERS_SHOWN = 5;

    private WordLacks() {}

    static Fit miss(RulePart part, Scope scope) {
        var expr = part.expr();
        if (expr instanceof Expr.Word word) {
            return word(word, scope);
        }
        if (expr instanceof Expr.Phrase phrase && part.query() instanceof Query.Phrase query) {
            return phrase(phrase, part.text(), query.ids(), scope);
        }
        return expr instanceof Expr.Number number
                ? number(number, scope)
                : Fit.lacking(0, new Lack.Absent(List.of(part.text())));
    }

    private static Fit word(Expr.Word word, Scope scope) {
        var other = spelt(word, scope);
        return other < 0
                ? Fit.lacking(0, new Lack.Absent(List.of(ExprText.of(word))))
                : Fit.lacking(
                        OTHERWISE_THERE,
                        new Lack.Capitals(ExprText.of(word), written(scope.tokens, other)),
                        List.of(new Run(other, other)));
    }

    private static String written(Tokens tokens, int token) {
        return tokens.text.substring(tokens.start[token], tokens.end[token]);
    }

    /** The first token with these letters and other capitals than asked for; -1 if there is none. */
    private static int spelt(Expr.Word word, Scope scope) {
        if (word.capitals() == Expr.Capitals.ANY) {
            return -1;
        }
        for (int t = scope.first; t < scope.limit; t++) {
            var spelling = scope.tokens.form[t].spelling();
            if (Letters.fold(spelling[0]) == word.text().charAt(0) && !scope.tokens.is(t, Tokens.FURNITURE)) {
                var folded = Letters.fold(String.valueOf(spelling));
                if (folded.equals(word.text()) || word.match() == Expr.Match.PREFIX && folded.startsWith(word.text())) {
                    return t;
                }
            }
        }
        return -1;
    }

    private static Fit phrase(Expr.Phrase phrase, String text, int[] terms, Scope scope) {
        var missing = new ArrayList<String>();
        var found = new ArrayList<Run>();
        for (int i = 0; i < terms.length; i++) {
            var word = phrase.words().get(i);
            var at = scope.has(terms[i]) ? scope.at(scope.first(terms[i])) : -1;
            if (at < 0 && spelt(word, scope) >= 0) {
                return word(word, scope);
            }
            if (at < 0) {
                missing.add(ExprText.of(word));
            } else {
                found.add(new Run(at, at));
            }
        }
        return phrase(text, missing, found);
    }

    private static Fit phrase(String whole, List<String> missing, List<Run> found) {
        if (found.isEmpty()) {
            return Fit.lacking(0, new Lack.Absent(List.of(whole)));
        }
        var share = SOME_WORDS * found.size() / (found.size() + missing.size());
        return Fit.lacking(share, new Lack.Broken(whole, List.copyOf(missing)), List.copyOf(found));
    }

    private static Fit number(Expr.Number asked, Scope scope) {
        var outside = new ArrayList<String>();
        for (int t = scope.first; t < scope.limit; t++) {
            var value = scope.tokens.form[t].number;
            if (!Double.isNaN(value) && !scope.tokens.is(t, Tokens.FURNITURE)) {
                if (value >= asked.from() && value <= asked.to()) {
                    var lack = new Lack.OtherUnit(ExprText.plain(value), ExprText.of(asked));
                    return Fit.lacking(OTHERWISE_THERE, lack, List.of(new Run(t, t)));
                }
                outside.add(ExprText.plain(value));
            }
        }
        return outside.isEmpty()
                ? Fit.lacking(0, new Lack.Absent(List.of(ExprText.of(asked))))
                : Fit.lacking(SOME_NUMBER, new Lack.OtherNumber(shown(outside), ExprText.range(asked)), List.of());
    }

    private static List<String> shown(List<String> numbers) {
        return numbers.stream().distinct().limit(NUMBERS_SHOWN).toList();
    }
}
