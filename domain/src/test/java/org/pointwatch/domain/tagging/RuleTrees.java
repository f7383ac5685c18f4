// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Made-up rules and sentences over one small vocabulary, so that they meet often. */
final class RuleTrees {
    /** Many begin alike, and some are the beginning of others. */
    private static final String[] WORDS = {
        "peace",
        "plan",
        "the",
        "of",
        "peaceful",
        "planned",
        "arm",
        "army",
        "armies",
        "armed",
        "deal",
        "dealer",
        "cap",
        "capital",
        "talk",
        "talks",
        "talked",
        "border",
        "borders",
        "sanction",
        "sanctions",
        "sanctioned",
        "gas",
        "gasps",
        "vote",
        "voter",
        "voters",
        "ally",
        "allied",
        "treaty",
        "treaties",
        "camps",
        "port",
        "ports",
        "bank"
    };

    private static final int DEEPEST = 4;

    private final Random random;

    RuleTrees(long seed) {
        random = new Random(seed);
    }

    List<String> sentence() {
        return list(3 + random.nextInt(22), this::word);
    }

    RuleTree rule() {
        return rule(random.nextInt(DEEPEST + 1));
    }

    private RuleTree rule(int depth) {
        if (depth == 0) {
            return random.nextInt(2) == 0 ? near() : single();
        }
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> and(depth - 1);
            case 3, 4 -> new RuleTree.Or(list(2 + random.nextInt(2), () -> rule(random.nextInt(depth))));
            case 5 -> new RuleTree.InSentence(rule(depth - 1));
            default -> near();
        };
    }

    private RuleTree and(int depth) {
        var forbidden = random.nextInt(3) == 0 ? 1 : 0;
        var parts = 2 - forbidden + random.nextInt(2);
        return new RuleTree.And(
                list(parts, () -> rule(random.nextInt(depth + 1))),
                list(forbidden, () -> rule(random.nextInt(depth + 1))));
    }

    private RuleTree near() {
        return new RuleTree.Near(side(), side(), 1 + random.nextInt(6), random.nextBoolean());
    }

    private RuleTree.Side side() {
        return random.nextInt(3) == 0 ? new RuleTree.Group(list(2 + random.nextInt(3), this::single)) : single();
    }

    private RuleTree.Side single() {
        return switch (random.nextInt(6)) {
            case 0 -> new RuleTree.Phrase(list(2 + random.nextInt(2), this::piece));
            case 1 -> prefix();
            default -> new RuleTree.Word(word());
        };
    }

    private RuleTree.Side piece() {
        return random.nextInt(4) == 0 ? prefix() : new RuleTree.Word(word());
    }

    private RuleTree.Side prefix() {
        var word = word();
        return new RuleTree.Prefix(word.substring(0, Math.min(word.length(), 2 + random.nextInt(3))));
    }

    /** The first ones far more often than the last ones, as in any language. */
    private String word() {
        return WORDS[(int) Math.pow(WORDS.length, random.nextDouble()) - 1];
    }

    private static <T> List<T> list(int size, Supplier<? extends T> element) {
        return new ArrayList<>(Stream.<T>generate(element::get).limit(size).toList());
    }
}
