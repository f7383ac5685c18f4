// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class RuleLanguageTest {
    private static boolean matches(String rule, String text) {
        return matches(rule, "", text);
    }

    private static boolean matches(String rule, String title, String text) {
        return !Tagger.of(Dossiers.withRules(rule))
                .tag(title, text, "en")
                .points()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "army|The Army marched.|true",
                "army|The armies marched.|false",
                "arm*|The armies marched.|true",
                "\"armed forces\"|Its armed forces.|true",
                "\"armed forces\"|Armed by the forces.|false",
                "\"non-aggression pact\"|a non aggression pact|true",
                "non-aggression|a policy of non-aggression|true",
                "a AND b|b c a|true",
                "a AND b|a c|false",
                "a OR b AND c|a|true",
                "(a OR b) AND c|a|false",
                "a AND NOT b|a c|true",
                "a AND NOT b|a b|false",
                "a NOT b|a b|false",
                "a NEAR/2 b|b x y a|true",
                "a NEAR/2 b|b x y z a|false",
                "a BEFORE/2 b|b x a|false",
                "a BEFORE/2 b|a x b|true",
                "(a OR b) NEAR/3 (b OR c)|b|false",
                "=NATO|Nato|false",
                "=NATO|NATO|true",
                "=us|give it to us|true",
                "=us|the US said|false",
                "=US|the U.S. said|true",
                "=US|give it to us|false",
                "Zaporizhzhia|ZAPORIŽHZHIA|true",
                "ATLEAST/2(a)|a b a|true",
                "ATLEAST/2(a)|a b|false",
                "SENTENCE(a AND b)|a b|true",
                "@smith|Ann Smith spoke.|true",
                "@both|in Norburg|true",
                "@both|in norburg|false"
            })
    void matchesWithinASentence(String rule, String text, boolean expected) {
        assertThat(matches(rule, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "600,000 troops|true",
                "600 000 troops|true",
                "600000 troops|true",
                "0.6 million troops|true",
                "600 thousand troops|true",
                "600k troops|true",
                "60,000 troops|false",
                "600 troops|false"
            })
    void readsNumbersByValue(String text, boolean expected) {
        assertThat(matches("number(500000..900000) NEAR/3 troops", text)).isEqualTo(expected);
    }

    @Test
    void neverReachesOverASentence() {
        assertThat(matches("a AND b", "This is a. Then b.")).isFalse();
    }

    @Test
    void looksAtTheTitleAlone() {
        assertThat(matches("TITLE(army)", "The army", "Text")).isTrue();
        assertThat(matches("TITLE(army)", "Title", "The army")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "army AND|8|a word, a phrase",
                "army troops|5|AND, OR",
                "(army|5|)",
                "\"army|5|closing quotation mark",
                "army NEAR troops|9|/",
                "army NEAR/0 troops|10|whole number",
                "NOT army|8|something to find",
                "@nobody|1|actor or group",
                "number(5..3)|10|not below",
                "number(x..3)|7|a number",
                "army AND ()|10|a word",
                "``|0|a word"
            })
    void pointsAtTheCharacter(String rule, int offset, String expected) {
        var error = catchThrowableOfType(RuleSyntaxException.class, () -> Tagger.check(rule, Set.of("smith")));
        assertThat(error.offset()).isEqualTo(offset);
        assertThat(error).hasMessageContaining(expected);
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> Tagger.check("(".repeat(10_000) + "a", Set.of()))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("levels of parentheses");
    }
}
