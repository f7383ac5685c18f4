// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pointwatch.domain.dossier.PlanPoint;

/** The rules of a dossier's figures: asked in sentences with a number that one of them asks for. */
final class WatchedNumbers {
    /** @param numbers the terms of its {@code number(...)} */
    private record Compiled(WatchedNumber watched, Query query, int[] numbers) {}

    private final List<Compiled> rules = new ArrayList<>();

    WatchedNumbers(List<PlanPoint> points, Languages languages, QueryCompiler compiler, Vocabulary vocabulary) {
        for (var point : points) {
            for (var figure : point.figures()) {
                var watched = new WatchedNumber(point.id(), figure.unit());
                for (var rule : languages.rules(figure.rules())) {
                    var expr = compiler.parse(rule.text());
                    var numbers = new LinkedHashSet<Integer>();
                    collect(expr, vocabulary, numbers);
                    numbers.forEach(n -> vocabulary.mark(n, WordForm.WATCHED));
                    var terms = numbers.stream().mapToInt(n -> n).toArray();
                    rules.add(new Compiled(watched, compiler.compile(expr), terms));
                }
            }
        }
    }

    private static void collect(Expr expr, Vocabulary vocabulary, Set<Integer> out) {
        if (expr instanceof Expr.Number number) {
            out.add(vocabulary.id(number));
        }
        Exprs.parts(expr).forEach(p -> collect(p, vocabulary, out));
    }

    /** By word, those that some rule watches. */
    Map<Integer, List<WatchedNumber>> find(Tokens tokens, Scope scope) {
        Map<Integer, List<WatchedNumber>> found = new HashMap<>();
        for (int t = 0; t < tokens.count; ) {
            var hit = tokens.marked(t, WordForm.WATCHED) && !tokens.is(t, Tokens.FURNITURE);
            if (hit) {
                var sentence = tokens.sentenceOf(t);
                var limit = tokens.sentenceFrom[sentence + 1];
                ask(scope.over(tokens, tokens.sentenceFrom[sentence], limit), t, limit, found);
                t = limit;
            } else {
                t++;
            }
        }
        return found;
    }

    private void ask(Scope scope, int first, int limit, Map<Integer, List<WatchedNumber>> found) {
        var spans = scope.borrow();
        for (var rule : rules) {
            if (Arrays.stream(rule.numbers()).anyMatch(scope::has)
                    && rule.query().possible(scope)) {
                spans.clear();
                rule.query().find(scope, spans);
                if (!spans.isEmpty()) {
                    add(rule, scope.tokens, first, limit, found);
                }
            }
        }
        scope.giveBack(spans);
    }

    private static void add(
            Compiled rule, Tokens tokens, int first, int limit, Map<Integer, List<WatchedNumber>> found) {
        for (int t = first; t < limit; t++) {
            if (tokens.marked(t, WordForm.WATCHED) && !tokens.is(t, Tokens.FURNITURE) && has(tokens, t, rule)) {
                var watched = found.computeIfAbsent(t, w -> new ArrayList<>(1));
                if (!watched.contains(rule.watched())) {
                    watched.add(rule.watched());
                }
            }
        }
    }

    private static boolean has(Tokens tokens, int token, Compiled rule) {
        for (var number : rule.numbers()) {
            if (tokens.has(token, number)) {
                return true;
            }
        }
        return false;
    }
}
