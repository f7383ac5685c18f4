// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The characters of a rule, taken piece by piece. */
final class RuleLexer {
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "NEAR", "BEFORE", "ATLEAST");

    private final String text;
    private final Phrases phrases;
    private int at;

    RuleLexer(String text, Phrases phrases) {
        this.text = text;
        this.phrases = phrases;
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void require(char c, String what) {
        if (!take(c)) {
            throw expected(what);
        }
    }

    boolean peekOperator(String name) {
        skipSpace();
        var end = at + name.length();
        return text.startsWith(name, at) && (end == text.length() || !Letters.isWord(text.charAt(end)));
    }

    boolean takeOperator(String name) {
        var found = peekOperator(name);
        at += found ? name.length() : 0;
        return found;
    }

    boolean peekOperatorWord() {
        return OPERATORS.stream().anyMatch(o -> !o.equals("ATLEAST") && peekOperator(o));
    }

    boolean takeCall(String name) {
        var found = text.startsWith(name + "(", at);
        at += found ? name.length() + 1 : 0;
        return found;
    }

    int integer(int max) {
        var start = at;
        while (at < text.length() && Letters.isDigit(text.charAt(at)) && at - start < 4) {
            at++;
        }
        var value = at == start ? 0 : Integer.parseInt(text.substring(start, at));
        if (value < 1 || value > max) {
            throw expectedAt(start, "a whole number from 1 to " + max);
        }
        return value;
    }

    double decimal() {
        var start = at;
        while (at < text.length() && (Letters.isDigit(text.charAt(at)) || isPoint())) {
            at++;
        }
        if (at == start || at - start > 15) {
            throw expectedAt(start, "a number");
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private boolean isPoint() {
        return text.charAt(at) == '.' && at + 1 < text.length() && Letters.isDigit(text.charAt(at + 1));
    }

    /** Digits with an optional magnitude: 600000, 90bn, 1.5m. */
    double quantity() {
        var number = decimal();
        var start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        var factor = Magnitude.of(text, start, at);
        if (at > start && factor == 1) {
            throw expectedAt(start, "k, m, bn, tn or nothing behind the number");
        }
        return number * factor;
    }

    /** A unit, if one follows. */
    @Nullable
    Unit unit() {
        skipSpace();
        var start = at;
        while (at < text.length() && text.charAt(at) != ')' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            return null;
        }
        var unit = Unit.named(text.substring(start, at));
        if (unit == null) {
            throw expectedAt(start, "usd, eur, gbp, rub, uah, % or )");
        }
        return unit;
    }

    String identifier(String what) {
        var start = at;
        while (at < text.length() && (Letters.isWord(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    /** A word outside quotes; a hyphen makes it a phrase. */
    Expr word(String what) {
        var start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        var words = phrases.words(text.substring(start, at));
        if (words.isEmpty()) {
            throw expectedAt(start, what);
        }
        return single(words);
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"' || c == '/' || c == '@' || c == '#';
    }

    /** The rest of a phrase whose opening quote was taken. */
    Expr phrase() {
        var start = at;
        var end = text.indexOf('"', at);
        if (end < 0) {
            throw expectedAt(text.length(), "a closing quotation mark");
        }
        at = end + 1;
        var words = phrases.words(text.substring(start, end));
        if (words.isEmpty()) {
            throw expectedAt(start, "a word in the phrase");
        }
        return single(words);
    }

    private static Expr single(List<Expr.Word> words) {
        return words.size() == 1 ? words.get(0) : new Expr.Phrase(new ArrayList<>(words));
    }

    RuleSyntaxException expected(String what) {
        return expectedAt(at, what);
    }

    RuleSyntaxException expectedAt(int offset, String what) {
        var end = offset;
        while (end < text.length() && end - offset < 20 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        var nothing = offset < text.length() ? "a blank" : "the end";
        var found = end > offset ? "'" + text.substring(offset, end) + "'" : nothing;
        return new RuleSyntaxException(offset, what, found);
    }
}
