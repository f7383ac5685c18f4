// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * No text and no rule makes the tagger slow. What is linear takes a tenth of a second here and what is not takes far
 * longer, so the limit can be generous; {@code pointwatch bench hostile} prints the figures.
 */
final class HostileTextTest {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 48;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** At the limits of the rule language. */
    private static final List<String> RULES = List.of(
            "(".repeat(DEEPEST) + "army" + ")".repeat(DEEPEST),
            chain(" NEAR/100 ", 21, i -> i % 2 == 0 ? "army" : "cap"),
            chain(" BEFORE/100 ", 21, i -> "(a* OR army OR cap OR \"army cap\")"),
            nested("(army NEAR/100 ", "cap"),
            "ATLEAST/100(a* OR army OR cap OR number(0..10tn))",
            nested("ATLEAST/2(", "army"),
            nested("SENTENCE(", "army AND cap"),
            nested("PARAGRAPH(", "army AND cap"),
            "SENTENCE(army AND PARAGRAPH(cap BEFORE/1 cap))",
            "PARAGRAPH(army AND SENTENCE(cap BEFORE/1 cap))",
            chain(" AND NOT ", 50, i -> "(army OR nothing" + i + ")"),
            '"' + "army cap ".repeat(500) + "nothing\"",
            "play~ OR army~",
            chain(" OR ", 300, i -> "number(" + i + ".." + (i + 100_000) + ")"));

    static Stream<String> texts() {
        var repeated = Stream.of(
                "army cap ",
                "Army cap. ",
                "army cap\n",
                "ARMY CAP SMITH NORLAND ",
                "(army [cap ",
                "(via AP army ",
                "Read more. army ",
                "army's ''' cap's ",
                "Norland Ann Smith said ",
                "Norland said. ",
                "\u201Carmy\u201D \"cap\" ",
                "army-cap-",
                "U.S. Gen. ",
                "a.",
                ".  ",
                "\n",
                "1 ",
                "100,000,",
                "7",
                "$1bn ",
                "one ",
                "hundred and ",
                "a\u0301r\u0302m\u0303y\u0304 ",
                "army",
                "ay",
                "\u0301");
        return Stream.concat(
                repeated.map(HostileTextTest::repeated),
                Stream.of(unseen(), repeated(".") + "x", repeated("?!\")") + "x"));
    }

    private static String repeated(String piece) {
        return piece.repeat(LONGEST / piece.length() + 1).substring(0, LONGEST);
    }

    private static String unseen() {
        return IntStream.range(0, LONGEST / 8)
                .mapToObj(i -> Integer.toString(i + 1_000_000, 36) + "x" + (i % 20 == 0 ? ". " : " "))
                .collect(Collectors.joining());
    }

    private static String chain(String operator, int links, IntFunction<String> link) {
        return IntStream.range(0, links).mapToObj(link).collect(Collectors.joining(operator));
    }

    private static String nested(String open, String core) {
        return open.repeat(DEEPEST) + core + ")".repeat(DEEPEST);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsAnyTextWithAnyRuleInNoTime(String text) {
        var points = Tagger.of(Dossiers.withRules(RULES.toArray(String[]::new)));
        assertTimeoutPreemptively(LIMIT, () -> points.tag("", text, "en"));
        assertTimeoutPreemptively(LIMIT, () -> points.tag(text, "", "en"));
        for (var rule : RULES) {
            var gate = Tagger.of(Dossiers.withGate(rule));
            assertTimeoutPreemptively(LIMIT, () -> gate.tag("", text, "en"), rule);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 3_000, 30_000})
    void refusesAnEndlessChain(int links) {
        assertThatThrownBy(() -> Tagger.check(chain(" NEAR/5 ", links + 1, i -> "army"), "en", Set.of()))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("20 of NEAR and BEFORE in a row");
    }

    @Test
    void bearsChainsInParenthesesAtTheLimit() {
        var rule = "army";
        for (int i = 0; i < DEEPEST; i++) {
            rule = "(" + rule + ")" + " NEAR/100 army".repeat(20);
        }
        var tagger = Tagger.of(Dossiers.withRules(rule));
        var text = repeated("army ");
        // It asks for 961 words in one sentence, and none is so long.
        assertThat(assertTimeoutPreemptively(
                        LIMIT, () -> tagger.tag("", text, "en").points()))
                .isEmpty();
    }

    @Test
    void aParagraphInASentenceIsThatSentence() {
        var tagger = Tagger.of(Dossiers.withRules("SENTENCE(army AND PARAGRAPH(army AND cap))"));
        assertThat(tagger.tag("", "The army. A cap.", "en").points()).isEmpty();
        assertThat(tagger.tag("", "No. The army has a cap. Yes.", "en").points())
                .singleElement()
                .satisfies(p -> assertThat(p.evidence()).singleElement().satisfies(e -> assertThat(e.start())
                        .isEqualTo(10)));
    }
}
