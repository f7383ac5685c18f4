// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pointwatch.bench.tagger.StandingRule.Piece;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

/**
 * Made-up rules in the shapes and sizes of the shipped ones. Their 4,000 words are the longer words of the articles and
 * made-up ones, in an order left to chance, the first ones used most (Zipf): as with real rules, most have nothing to
 * do with most articles.
 */
final class StandingRules {
    static final String DESCRIPTION =
            "made-up rules over 4,000 words (Zipf): groups of 2 to 6 words, prefixes (a quarter)"
                    + " and phrases (an eighth), two groups in NEAR (7 of 10) or AND, half with one more, a fifth with NOT;\n"
                    + "  \"-words\": the same with whole words in place of prefixes, by which Lucene cannot filter";

    /** How the parameter of a benchmark asks for rules without prefixes. */
    static final String WHOLE = "-words";

    private static final int WORDS = 4_000;
    private static final int SHORTEST = 5;
    private static final int RULES_A_POINT = 3;
    private static final long SEED = 1_000;

    private final Random random = new Random(SEED);
    private final List<String> words = vocabulary();
    private final boolean prefixes;

    private StandingRules(boolean prefixes) {
        this.prefixes = prefixes;
    }

    private List<String> vocabulary() {
        var known = new LinkedHashSet<String>();
        for (var word : Articles.words()) {
            if (word.length() >= SHORTEST) {
                known.add(word.toLowerCase(Locale.ROOT));
            }
        }
        for (int i = 0; known.size() < WORDS; i++) {
            known.add(Articles.word(i));
        }
        var shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** @param rules their number, with {@link #WHOLE} behind it for rules without prefixes */
    static List<StandingRule> make(String rules) {
        var whole = rules.endsWith(WHOLE);
        var count = whole ? rules.substring(0, rules.length() - WHOLE.length()) : rules;
        var made = new StandingRules(!whole);
        return made.list(Integer.parseInt(count), made::rule);
    }

    /** The shipped dossier with these rules for its points, and without its gate. */
    static Dossier dossier(Dossier shipped, List<StandingRule> rules) {
        var language = shipped.defaultLanguage();
        var points = IntStream.range(0, (rules.size() + RULES_A_POINT - 1) / RULES_A_POINT)
                .mapToObj(p -> point(
                        "made-up-" + p,
                        language,
                        rules.subList(p * RULES_A_POINT, Math.min(rules.size(), (p + 1) * RULES_A_POINT))))
                .toList();
        return MadeUp.dossier(shipped, List.of(), points);
    }

    private static PlanPoint point(String id, String language, List<StandingRule> rules) {
        return MadeUp.point(
                id,
                IntStream.range(0, rules.size())
                        .mapToObj(i ->
                                new Rule(id + "/" + i, language, rules.get(i).rule()))
                        .toList());
    }

    private StandingRule rule() {
        var near = random.nextInt(10) < 7;
        var groups = list(2 + random.nextInt(2), this::group);
        var not = list(random.nextInt(5) == 0 ? 1 : 0, this::group);
        return new StandingRule(groups, near ? 3 + random.nextInt(6) : 0, not);
    }

    private List<Piece> group() {
        return list(2 + random.nextInt(5), this::piece);
    }

    private Piece piece() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> prefixes ? new Piece(List.of(beginning()), true) : new Piece(List.of(word()), false);
            case 2 -> new Piece(List.of(word(), word()), false);
            default -> new Piece(List.of(word()), false);
        };
    }

    private String beginning() {
        var word = word();
        return word.length() > SHORTEST ? word.substring(0, word.length() - 1) : word;
    }

    private String word() {
        return words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
    }

    private <T> List<T> list(int size, Supplier<? extends T> element) {
        return Stream.<T>generate(element::get).limit(size).toList();
    }
}
