// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a rule: {@code or := and (OR and)*}, {@code and := near (AND [NOT] near)*}, {@code near := atom (NEAR/n atom)*}. */
final class RuleParser {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_GAP = 100;
    private static final int MAX_CHAIN = 20;
    private static final String ATOM = "a word, a phrase, @actor, #point, number(from..to) or (";

    private final RuleLexer in;
    private final Predicate<String> known;
    private int depth;

    private RuleParser(String text, Phrases phrases, Predicate<String> known) {
        this.in = new RuleLexer(text, phrases);
        this.known = known;
    }

    /**
     * @param known which references may be made: ids of actors and groups, ids of points with {@code #} before them
     * @throws RuleSyntaxException pointing at the character
     */
    static Expr parse(String text, Phrases phrases, Predicate<String> known) {
        var parser = new RuleParser(text, phrases, known);
        var expr = parser.or();
        if (!parser.in.atEnd()) {
            throw parser.in.expected("AND, OR, NEAR/n, BEFORE/n or the end of the rule");
        }
        return expr;
    }

    private Expr or() {
        if (++depth > MAX_DEPTH) {
            throw in.expected("at most " + MAX_DEPTH + " levels of parentheses");
        }
        var parts = new ArrayList<Expr>();
        do {
            parts.add(and());
        } while (in.takeOperator("OR"));
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Expr.Or(List.copyOf(parts));
    }

    private Expr and() {
        var parts = new ArrayList<Expr>();
        var positive = 0;
        do {
            in.skipSpace();
            var negated = in.takeOperator("NOT");
            var part = near();
            positive += negated ? 0 : 1;
            parts.add(negated ? new Expr.Not(part) : part);
        } while (in.takeOperator("AND") || in.peekOperator("NOT"));
        if (positive == 0) {
            throw in.expected("something to find beside NOT");
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.And(List.copyOf(parts));
    }

    private Expr near() {
        var left = atom();
        for (int links = 1; ; links++) {
            var ordered = in.peekOperator("BEFORE");
            if (links > MAX_CHAIN && (ordered || in.peekOperator("NEAR"))) {
                throw in.expected("at most " + MAX_CHAIN + " of NEAR and BEFORE in a row");
            }
            if (!in.takeOperator("NEAR") && !in.takeOperator("BEFORE")) {
                return left;
            }
            in.require('/', "/ and the number of words, such as NEAR/5");
            var gap = in.integer(MAX_GAP);
            left = new Expr.Near(left, atom(), gap, ordered);
        }
    }

    private Expr atom() {
        in.skipSpace();
        if (in.take('(')) {
            return closed(or());
        }
        if (in.take('"')) {
            return in.phrase();
        }
        if (in.take('@')) {
            return reference();
        }
        if (in.take('#')) {
            return pointReference();
        }
        if (in.peekOperatorWord()) {
            throw in.expected(ATOM);
        }
        if (in.takeCall("SENTENCE")) {
            return new Expr.InSentence(closed(or()));
        }
        if (in.takeCall("PARAGRAPH")) {
            return new Expr.InParagraph(closed(or()));
        }
        if (in.takeCall("TITLE")) {
            return new Expr.InTitle(closed(or()));
        }
        if (in.takeOperator("ATLEAST")) {
            return atLeast();
        }
        return in.takeCall("number") ? number() : in.word(ATOM);
    }

    private Expr atLeast() {
        in.require('/', "/ and the number of times, such as ATLEAST/3(…)");
        var times = in.integer(MAX_GAP);
        in.require('(', "(");
        return new Expr.AtLeast(closed(or()), times);
    }

    private Expr number() {
        var from = in.quantity();
        var to = from;
        if (in.take('.')) {
            in.require('.', "..");
            var at = in.offset();
            to = in.quantity();
            if (to < from) {
                throw in.expectedAt(at, "a number not below the first");
            }
        }
        return closed(new Expr.Number(from, to, in.unit()));
    }

    private Expr pointReference() {
        var offset = in.offset();
        var id = in.identifier("the id of a point");
        if (!known.test("#" + id)) {
            throw new RuleSyntaxException(offset, "the id of a point", "'" + id + "'");
        }
        return new Expr.PointReference(id, offset);
    }

    private Expr reference() {
        var offset = in.offset();
        var id = in.identifier("the id of an actor or group");
        if (!known.test(id)) {
            throw new RuleSyntaxException(offset, "the id of an actor or group", "'" + id + "'");
        }
        return new Expr.Reference(id, offset);
    }

    private Expr closed(Expr inner) {
        in.skipSpace();
        in.require(')', ")");
        return inner;
    }
}
