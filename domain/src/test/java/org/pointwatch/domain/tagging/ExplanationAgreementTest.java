// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is explained is what is tagged: made-up rules on made-up texts, one rule a point, so that none hides another. */
final class ExplanationAgreementTest {
    private static final int RULES = 150;
    private static final int TEXTS = 20;
    private static final int SENTENCES = 6;

    private record Place(String rule, int start, int end, String sentence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void explainsMatchesExactlyWhereEvidenceIs(long seed) {
        var trees = new RuleTrees(seed);
        var random = new Random(seed);
        var rules = new LinkedHashMap<String, String>();
        IntStream.range(0, RULES)
                .forEach(i -> rules.put("p" + i, wrapped(trees.rule().rule(), random)));
        var tagger = Tagger.of(Dossiers.withPoints(rules));
        for (int i = 0; i < TEXTS; i++) {
            var title = String.join(" ", trees.sentence());
            var text = text(trees, random);
            var explanation = tagger.explain(title, text, null, null);
            assertThat(explained(explanation)).as(text).isEqualTo(tagged(tagger.tag(title, text, null)));
            assertThat(explanation.rules()).allSatisfy(ExplanationAgreementTest::isWhole);
        }
    }

    private static String wrapped(String rule, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "TITLE(" + rule + ")";
            case 1 -> "ATLEAST/2(" + rule + ")";
            case 2 -> "PARAGRAPH(" + rule + ")";
            case 3 -> "PARAGRAPH(SENTENCE(" + rule + ") AND army*)";
            default -> rule;
        };
    }

    private static String text(RuleTrees trees, Random random) {
        var text = new StringBuilder();
        for (int s = 0; s < SENTENCES; s++) {
            var sentence = String.join(" ", trees.sentence());
            text.append(Character.toUpperCase(sentence.charAt(0)))
                    .append(sentence, 1, sentence.length())
                    .append(random.nextInt(3) == 0 ? ".\n" : ". ");
        }
        return text.toString();
    }

    private static Set<Place> explained(Explanation explanation) {
        return explanation.rules().stream()
                .flatMap(r -> r.matches().stream()
                        .map(m -> new Place(
                                r.rule(), m.start(), m.end(), m.sentence().text())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Place> tagged(TagResult result) {
        return result.points().stream()
                .flatMap(p -> p.evidence().stream())
                .map(e -> new Place(
                        e.rule(),
                        e.start(),
                        e.end(),
                        result.sentences().get(e.sentence()).text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Either it matched, or nothing of it is there, or something is lacking. */
    private static void isWhole(Explanation.RuleVerdict verdict) {
        var nearest = verdict.nearest();
        assertThat(verdict.matched() && nearest != null).isFalse();
        if (nearest != null) {
            assertThat(nearest.lacks()).as(verdict.text()).isNotEmpty();
            assertThat(nearest.share()).as(verdict.text()).isGreaterThan(0).isLessThan(1);
            assertThat(nearest.lacks())
                    .allSatisfy(lack -> assertThat(lack.toString()).isNotBlank());
        }
    }
}
