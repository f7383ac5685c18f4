// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.PlanPoint;

/** All rules of all points, asked sentence by sentence; a rule is looked at only if the words occur that it needs. */
final class PointFinder {
    /** @param paragraph whether it is matched against paragraphs: it says PARAGRAPH somewhere */
    private record Compiled(int point, String id, Query query, boolean paragraph) {}

    /** Of a rule's needs the rarest are watched; a rule is then asked in full. */
    private static final int MOST_NEEDS = 4;

    private static final int NEED_BITS = 2;
    private static final int[] NONE = {};

    private final List<String> points;
    private final Compiled[] rules;
    private final int[][] needsByTerm;
    private final int[] allMet;
    private final boolean paragraphs;

    PointFinder(List<PlanPoint> points, Languages languages, QueryCompiler compiler, Vocabulary vocabulary) {
        this.points = points.stream().map(PlanPoint::id).toList();
        var compiled = new ArrayList<Compiled>();
        for (int p = 0; p < points.size(); p++) {
            for (var rule : languages.rules(points.get(p).rules())) {
                var expr = compiler.parse(rule.text());
                compiled.add(new Compiled(p, rule.id(), compiler.compile(expr), Exprs.asksForParagraph(expr)));
            }
        }
        rules = compiled.toArray(Compiled[]::new);
        paragraphs = compiled.stream().anyMatch(Compiled::paragraph);
        allMet = new int[rules.length];
        needsByTerm = needs(vocabulary);
    }

    /** For each term the rules that need it or one like it, and which of their needs it meets. */
    private int[][] needs(Vocabulary vocabulary) {
        Map<Integer, Set<Integer>> byTerm = new HashMap<>();
        for (int r = 0; r < rules.length; r++) {
            var needs = Trigger.every(rules[r].query(), vocabulary);
            var asked = Math.min(needs.size(), MOST_NEEDS);
            for (int need = 0; need < asked; need++) {
                for (var term : needs.get(need).terms()) {
                    byTerm.computeIfAbsent(term, t -> new TreeSet<>()).add(r << NEED_BITS | need);
                    vocabulary.mark(term, WordForm.POINT_RULE);
                }
            }
            allMet[r] = (1 << asked) - 1;
        }
        var table = new int[vocabulary.size()][];
        for (int t = 0; t < table.length; t++) {
            var own = byTerm.get(t);
            table[t] = own == null ? NONE : own.stream().mapToInt(i -> i).toArray();
        }
        return table;
    }

    int ruleCount() {
        return rules.length;
    }

    /** @return for each point its evidence, null where there is none */
    @Nullable
    List<Evidence>[] find(Tokens tokens, Scratch scratch, SentenceIndex index) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        List<Evidence>[] found = new List[points.size()];
        for (int s = 0; s < tokens.sentenceCount; ) {
            var end = paragraphs ? tokens.paragraphEnd(s) : s + 1;
            if (paragraphs) {
                ask(tokens, s, end, true, scratch, found, index);
            }
            for (; s < end; s++) {
                ask(tokens, s, s + 1, false, scratch, found, index);
            }
        }
        return found;
    }

    private void ask(
            Tokens tokens,
            int sentence,
            int behind,
            boolean paragraph,
            Scratch scratch,
            @Nullable List<Evidence>[] found,
            SentenceIndex index) {
        var from = tokens.sentenceFrom[sentence];
        var to = tokens.sentenceFrom[behind];
        var count = candidates(tokens, from, to, paragraph, scratch);
        if (count > 0) {
            Arrays.sort(scratch.candidates, 0, count);
            evaluate(scratch.sentence.over(tokens, from, to), scratch.candidates, count, found, index);
        }
    }

    /** The rules of which every need is met by some word: few are left of many. */
    private int candidates(Tokens tokens, int from, int to, boolean paragraph, Scratch scratch) {
        var round = scratch.nextRound();
        var count = 0;
        for (int t = from; t < to; t++) {
            if (tokens.marked(t, WordForm.POINT_RULE) && !tokens.is(t, Tokens.FURNITURE)) {
                for (var term : tokens.form[t].terms) {
                    count = meet(needsByTerm[term], round, paragraph, scratch, count);
                }
            }
        }
        return count;
    }

    private int meet(int[] needs, int round, boolean paragraph, Scratch scratch, int before) {
        var count = before;
        for (var need : needs) {
            var rule = need >>> NEED_BITS;
            var met = scratch.asked[rule] == round ? scratch.met[rule] : 0;
            var now = met | 1 << (need & (1 << NEED_BITS) - 1);
            if (now != met) {
                scratch.asked[rule] = round;
                scratch.met[rule] = now;
                if (now == allMet[rule] && rules[rule].paragraph() == paragraph) {
                    scratch.candidates[count++] = rule;
                }
            }
        }
        return count;
    }

    /** The first rule of a point that matches settles it for this stretch. */
    private void evaluate(
            Scope scope, int[] candidates, int count, @Nullable List<Evidence>[] found, SentenceIndex index) {
        var spans = scope.borrow();
        var settled = -1;
        for (int i = 0; i < count; i++) {
            var rule = rules[candidates[i]];
            if (rule.point() != settled && rule.query().possible(scope)) {
                spans.clear();
                rule.query().find(scope, spans);
                if (!spans.isEmpty()) {
                    settled = rule.point();
                    add(rule, spans, scope.tokens, found, index);
                }
            }
        }
        scope.giveBack(spans);
    }

    private static void add(
            Compiled rule, Spans spans, Tokens tokens, @Nullable List<Evidence>[] found, SentenceIndex index) {
        var sentence = tokens.sentenceOf(spans.from(0));
        var last = Math.min(spans.to(0), tokens.sentenceFrom[sentence + 1] - 1);
        var evidence = new Evidence(tokens.start[spans.from(0)], tokens.end[last], index.of(sentence), rule.id());
        add(found, rule.point(), evidence);
    }

    static void add(@Nullable List<Evidence>[] found, int point, Evidence evidence) {
        var list = found[point];
        if (list == null) {
            list = new ArrayList<>(4);
            found[point] = list;
        }
        list.add(evidence);
    }
}
