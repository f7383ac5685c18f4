// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.Map;
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
                "@both|in norburg|false",
                "negotiate~|They are negotiating.|true",
                "negotiate~|A negative answer.|false",
                "\"peace talk~\"|peace talks|true",
                "=Fren*|the French|true",
                "=Fren*|a frenzy|false",
                "PARAGRAPH(a AND b)|This is a. Then b.|true",
                "PARAGRAPH(a AND SENTENCE(b AND c))|This is a. Then b and c.|true",
                "PARAGRAPH(a AND SENTENCE(b AND c))|This is a. Then b. Then c.|false",
                "PARAGRAPH(a AND b) AND NOT c|This is a. Then b. But c.|false"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number(90bn..110bn usd)|$100bn of frozen money|true",
                "number(90bn..110bn usd)|100 billion dollars|true",
                "number(90bn..110bn usd)|one hundred billion US dollars|false",
                "number(90bn..110bn usd)|one hundred billion dollars|true",
                "number(90bn..110bn usd)|100bn euros|false",
                "number(90bn..110bn)|100bn euros|true",
                "number(50 %)|50% of the profits|true",
                "number(50 %)|fifty per cent of the profits|true",
                "number(50 %)|50 days|false",
                "number(600k)|six hundred thousand soldiers|true",
                "number(600k)|a 600-thousand-strong army|true",
                "number(625000)|six hundred and twenty-five thousand men|true",
                "number(2)|the two sides|true",
                "number(1..5)|a hundred|false"
            })
    void readsMagnitudesUnitsAndSpelledNumbers(String rule, String text, boolean expected) {
        assertThat(matches(rule, text)).isEqualTo(expected);
    }

    @Test
    void neverReachesOverAParagraph() {
        assertThat(matches("PARAGRAPH(a AND b)", "This is a.\nThen b.")).isFalse();
    }

    @Test
    void findsWhatAnotherPointFinds() {
        var dossier = Dossiers.withPoints(Map.of("army", "army OR troops", "cap", "#army AND cap"));
        var points = Tagger.of(dossier).tag("", "A cap on troops.", "en").points();
        assertThat(points).extracting(PointMention::point).containsExactlyInAnyOrder("army", "cap");
    }

    @Test
    void refusesAPointThatLeadsBackToItself() {
        assertThatThrownBy(() -> Tagger.of(Dossiers.withPoints(Map.of("a", "#b", "b", "x OR #a"))))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("lead back");
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
                "#nothing|1|id of a point",
                "number(5 apples)|9|usd",
                "number(5x)|8|k, m, bn",
                "``|0|a word"
            })
    void pointsAtTheCharacter(String rule, int offset, String expected) {
        var error = catchThrowableOfType(RuleSyntaxException.class, () -> Tagger.check(rule, "en", Set.of("smith")));
        assertThat(error.offset()).isEqualTo(offset);
        assertThat(error).hasMessageContaining(expected);
    }

    @Test
    void knowsNoStemsOfSomeLanguages() {
        var error =
                catchThrowableOfType(RuleSyntaxException.class, () -> Tagger.check("рада AND арм~", "uk", Set.of()));
        assertThat(error.offset()).isEqualTo(12);
        assertThat(error).hasMessageContaining("ends in *");
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> Tagger.check("(".repeat(10_000) + "a", "en", Set.of()))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("levels of parentheses");
    }
}
