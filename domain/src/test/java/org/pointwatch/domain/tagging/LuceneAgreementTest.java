// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

/** The tagger beside Lucene Monitor, sentence by sentence; {@link RuleTree} says which part of the language they share. */
final class LuceneAgreementTest {
    private static final int ROUNDS = 3;
    private static final int RULES = 500;
    private static final int SENTENCES = 60;
    private static final int SENTENCES_A_TEXT = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsLuceneMonitorDoes(long seed) {
        var trees = new RuleTrees(seed);
        var matched = 0L;
        for (int round = 0; round < ROUNDS; round++) {
            var rules = new LinkedHashMap<String, RuleTree>();
            IntStream.range(0, RULES).forEach(i -> rules.put("r" + i, trees.rule()));
            var sentences = IntStream.range(0, SENTENCES)
                    .mapToObj(i -> trees.sentence())
                    .toList();
            matched += agreed(rules, sentences);
        }
        var share = 100.0 * matched / (ROUNDS * RULES * SENTENCES);
        System.out.printf(
                "Lucene Monitor agrees on %,d answers of %,d rules (seed %d): %.1f %% are matches%n",
                ROUNDS * RULES * SENTENCES, ROUNDS * RULES, seed, share);
        assertThat(share).as("share of matches, percent").isBetween(10.0, 90.0);
    }

    private static long agreed(Map<String, RuleTree> rules, List<List<String>> sentences) {
        var texts = sentences.stream().map(LuceneAgreementTest::sentence).toList();
        var expected = LuceneOracle.matches(rules, texts);
        var tagger = tagger(rules);
        var matched = 0L;
        for (int from = 0; from < texts.size(); from += SENTENCES_A_TEXT) {
            var part = texts.subList(from, Math.min(texts.size(), from + SENTENCES_A_TEXT));
            var found = ours(tagger, part);
            for (int i = 0; i < part.size(); i++) {
                if (!found.get(i).equals(expected.get(from + i))) {
                    explain(rules, sentences.get(from + i), found.get(i), expected.get(from + i));
                }
                matched += found.get(i).size();
            }
        }
        return matched;
    }

    private static Tagger tagger(Map<String, RuleTree> rules) {
        var points = new LinkedHashMap<String, String>();
        rules.forEach((id, rule) -> points.put(id, rule.rule()));
        return Tagger.of(Dossiers.withPoints(points));
    }

    /** "Peace plan, the army." */
    private static String sentence(List<String> words) {
        var text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? "" : i % 5 == 0 ? ", " : " ").append(words.get(i));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append('.').toString();
    }

    /** For each sentence of one text the points found in it. */
    private static List<Set<String>> ours(Tagger tagger, List<String> sentences) {
        var result = tagger.tag("", String.join(" ", sentences), "en");
        List<Set<String>> found = new ArrayList<>();
        var starts = new ArrayList<Integer>();
        var start = 2;
        for (var sentence : sentences) {
            found.add(new TreeSet<>());
            starts.add(start);
            start += sentence.length() + 1;
        }
        for (var point : result.points()) {
            for (var evidence : point.evidence()) {
                var at = starts.indexOf(
                        result.sentences().get(evidence.sentence()).start());
                found.get(at).add(point.point());
            }
        }
        return found;
    }

    private static void explain(
            Map<String, RuleTree> rules, List<String> sentence, Set<String> found, Set<String> expected) {
        var difference = rules.keySet().stream()
                .filter(id -> found.contains(id) != expected.contains(id))
                .findFirst()
                .orElseThrow();
        var rule = rules.get(difference);
        if (!differs(rule, sentence)) {
            fail("only among other rules: " + rule.rule() + "\n  text: " + sentence(sentence) + "\n  Lucene: "
                    + expected.contains(difference) + "\n  rules: "
                    + rules.values().stream().map(RuleTree::rule).collect(Collectors.joining("\n    ")));
        }
        fail(smallest(rule, sentence));
    }

    private static boolean differs(RuleTree rule, List<String> sentence) {
        var rules = Map.of("r", rule);
        var text = List.of(sentence(sentence));
        return !ours(tagger(rules), text).equals(LuceneOracle.matches(rules, text));
    }

    /** Takes away from rule and text as long as the two still disagree. */
    private static String smallest(RuleTree rule, List<String> sentence) {
        var smallerRule =
                rule.smaller().stream().filter(r -> differs(r, sentence)).findFirst();
        if (smallerRule.isPresent()) {
            return smallest(smallerRule.get(), sentence);
        }
        for (int i = 0; i < sentence.size() && sentence.size() > 1; i++) {
            var shorter = new ArrayList<>(sentence);
            shorter.remove(i);
            if (differs(rule, shorter)) {
                return smallest(rule, shorter);
            }
        }
        var rules = Map.of("r", rule);
        var text = List.of(sentence(sentence));
        return "Lucene Monitor disagrees:\n  rule: " + rule.rule() + "\n  text: " + text.get(0) + "\n  ours: "
                + !ours(tagger(rules), text).get(0).isEmpty() + "\n  Lucene: "
                + !LuceneOracle.matches(rules, text).get(0).isEmpty();
    }
}
