// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.PlanPoint;

/** All rules of all points, asked sentence by sentence; a rule is looked at only if one of its trigger terms occurs. */
final class PointFinder {
    private record Compiled(int point, String id, Query query) {}

    private static final double ONE_SENTENCE = 0.8;
    private static final double MORE_SENTENCES = 0.9;
    private static final double IN_TITLE = 0.95;

    private final List<String> points;
    private final Compiled[] rules;
    private final int[][] rulesByTerm;

    PointFinder(List<PlanPoint> points, QueryCompiler compiler, Vocabulary vocabulary) {
        this.points = points.stream().map(PlanPoint::id).toList();
        var compiled = new ArrayList<Compiled>();
        for (int p = 0; p < points.size(); p++) {
            for (var rule : points.get(p).rules()) {
                compiled.add(new Compiled(p, rule.id(), compiler.compile(rule.text())));
            }
        }
        rules = compiled.toArray(Compiled[]::new);
        rulesByTerm = triggers(vocabulary);
    }

    private int[][] triggers(Vocabulary vocabulary) {
        Map<Integer, List<Integer>> byTerm = new HashMap<>();
        for (int r = 0; r < rules.length; r++) {
            for (var term : Trigger.of(rules[r].query(), vocabulary).terms()) {
                byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(r);
            }
        }
        var table = new int[vocabulary.size()][];
        for (int t = 0; t < table.length; t++) {
            table[t] =
                    byTerm.getOrDefault(t, List.of()).stream().mapToInt(i -> i).toArray();
        }
        return table;
    }

    List<PointMention> find(Tokens tokens, SentenceIndex index) {
        var found = new HashMap<Integer, List<Evidence>>();
        var scope = new Scope(rulesByTerm.length, tokens);
        var asked = new int[rules.length];
        var candidates = new int[rules.length];
        for (int s = 0; s < tokens.sentenceCount; s++) {
            var count = candidates(tokens, s, asked, candidates);
            if (count > 0) {
                Arrays.sort(candidates, 0, count);
                scope.over(tokens.sentenceFrom[s], tokens.sentenceFrom[s + 1]);
                evaluate(scope, s, Arrays.copyOf(candidates, count), found, index);
            }
        }
        return mentions(found, tokens);
    }

    private int candidates(Tokens tokens, int sentence, int[] asked, int[] candidates) {
        var count = 0;
        var from = tokens.termsFrom[tokens.sentenceFrom[sentence]];
        var to = tokens.termsFrom[tokens.sentenceFrom[sentence + 1]];
        for (int i = from; i < to; i++) {
            for (var rule : rulesByTerm[tokens.terms[i]]) {
                if (asked[rule] != sentence + 1) {
                    asked[rule] = sentence + 1;
                    candidates[count++] = rule;
                }
            }
        }
        return count;
    }

    /** The first rule of a point that matches proves it for this sentence; the others need not be asked. */
    private void evaluate(
            Scope scope, int sentence, int[] candidates, Map<Integer, List<Evidence>> found, SentenceIndex index) {
        var tokens = scope.tokens;
        var spans = scope.borrow();
        var settled = -1;
        for (var candidate : candidates) {
            var rule = rules[candidate];
            if (rule.point() == settled) {
                continue;
            }
            spans.clear();
            rule.query().find(scope, spans);
            if (!spans.isEmpty()) {
                settled = rule.point();
                var evidence = new Evidence(
                        tokens.start[spans.from(0)], tokens.end[spans.to(0)], index.of(sentence), rule.id());
                found.computeIfAbsent(settled, p -> new ArrayList<>()).add(evidence);
            }
        }
        scope.giveBack(spans);
    }

    private List<PointMention> mentions(Map<Integer, List<Evidence>> found, Tokens tokens) {
        var mentions = new ArrayList<PointMention>(found.size());
        for (int p = 0; p < points.size(); p++) {
            var evidence = found.get(p);
            if (evidence != null) {
                mentions.add(
                        new PointMention(points.get(p), confidence(evidence, tokens), null, List.copyOf(evidence)));
            }
        }
        return mentions;
    }

    private static double confidence(List<Evidence> evidence, Tokens tokens) {
        if (evidence.get(0).start() < tokens.titleEnd) {
            return IN_TITLE;
        }
        return evidence.size() > 1 ? MORE_SENTENCES : ONE_SENTENCE;
    }
}
