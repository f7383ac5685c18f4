// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.tagging.Explanation.NameVerdict;
import org.pointwatch.domain.tagging.Explanation.Opening;
import org.pointwatch.domain.tagging.Explanation.RuleVerdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class ExplanationTest {
    private static Explanation explain(String rule, String text) {
        return Tagger.of(Dossiers.withRules(rule)).explain("A title", text, "en", null);
    }

    private static RuleVerdict only(String rule, String text) {
        return explain(rule, text).rules().get(0);
    }

    @Test
    void aMatchIsToldWithItsSentence() {
        var verdict = only("cap NEAR/3 army", "Nothing. They cap the army. Once more: army cap.");
        assertThat(verdict.matched()).isTrue();
        assertThat(verdict.nearest()).isNull();
        assertThat(verdict.matches())
                .extracting(m -> m.sentence().text())
                .containsExactly("They cap the army.", "Once more: army cap.");
        assertThat(verdict.matches().get(0).start()).isEqualTo("A title\n\nNothing. They ".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "army AND (cap OR limit) | The army marched. | none of these occurs: cap, limit",
                "army AND cap* | The army marched. | cap* does not occur",
                "army NEAR/2 cap | The army of the north had no cap. | \"army\" and \"cap\" are 5 words apart, at most 2 are allowed",
                "army BEFORE/3 cap | A cap on the army. | in the wrong order: \"army\" must stand before \"cap\"",
                "aid AND NOT \"military aid\" | They cut military aid. | forbidden: \"military aid\"",
                "number(500000..900000) NEAR/3 people | Some 60,000 people came. | number 60000 is outside 500000..900000",
                "number(5..9 usd) NEAR/3 people | They want 7 people. | 7 is of another unit than number(5..9 usd)",
                "ATLEAST/3(army) | The army met the army. | army occurs 2 times, 3 are asked for",
                "TITLE(army) | The army met. | not in the title: \"army\"",
                "=NATO AND talks | A talks club called Nato. | =NATO asks for other capitals than \"Nato\" has",
                "\"upper limit\" AND army | The army has a limit. | \"upper limit\" is there in part: upper does not occur",
                "\"upper limit\" AND army | The army has a limit, an upper. | the words of \"upper limit\" do not stand side by side",
                "army NEAR/3 army | The army met. | \"army\" is all there is for both sides of a NEAR",
                "army AND @smith | The army met. | @smith does not occur"
            })
    void theNearestMissSaysWhatIsLacking(String rule, String text, String lack) {
        var nearest = only(rule, text).nearest();
        assertThat(nearest).isNotNull();
        assertThat(nearest.lacks()).extracting(Lack::toString).containsExactly(lack);
        assertThat(nearest.share()).isBetween(0.0, 1.0);
    }

    @Test
    void theNearestSentenceHasMostOfTheRule() {
        var nearest = only("army AND cap AND treaty", "An army. A cap in a treaty. A cap.")
                .nearest();
        assertThat(nearest.sentence().text()).isEqualTo("A cap in a treaty.");
        assertThat(nearest.found()).extracting(Explanation.Stretch::text).containsExactly("cap", "treaty");
        assertThat(only("army AND cap", "Nothing at all.").nearest()).isNull();
    }

    @Test
    void whatMustStandTogetherIsSoughtInOneSentence() {
        var explanation = Tagger.of(Dossiers.withGate("SENTENCE(army AND cap) AND talks"))
                .explain("", "The army met. A cap was tried at talks.", "en", null);
        assertThat(explanation.gate().opening()).isEqualTo(Opening.CLOSED);
        var lack = explanation.gate().rules().get(0).nearest().lacks().get(0);
        assertThat(lack).isInstanceOf(Lack.NotTogether.class);
        assertThat(lack.toString()).startsWith("in the nearest sentence (\"The army met.\"): cap does not occur");
    }

    @Test
    void paragraphsAreSoughtInAsAWhole() {
        var rule = "PARAGRAPH(army AND cap AND talks)";
        var nearest =
                only(rule, "The army met.\nA cap was there. So was the army.").nearest();
        assertThat(nearest.sentence().text()).isEqualTo("A cap was there. So was the army.");
        assertThat(only(rule, "A cap. An army. Talks.").matched()).isTrue();
    }

    @Test
    void theGateTellsWhyItIsOpenOrClosed() {
        var tagger = Tagger.of(Dossiers.withGate("treaty"));
        assertThat(tagger.explain("", "A treaty.", null, null).gate().opening()).isEqualTo(Opening.OPEN);
        assertThat(tagger.explain("", "A pact.", null, null).gate().opening()).isEqualTo(Opening.CLOSED);
        assertThat(tagger.withoutGate()
                        .explain("", "A pact.", null, null)
                        .gate()
                        .opening())
                .isEqualTo(Opening.NOT_ASKED);
        assertThat(tagger.explain("", "A pact.", "xx", null).gate().opening()).isEqualTo(Opening.UNKNOWN_LANGUAGE);
        assertThat(explain("army", "").gate().opening()).isEqualTo(Opening.ALWAYS_OPEN);
    }

    @Test
    void furnitureIsTold() {
        var explanation = explain("army", "Text.\nRead more about the army\nEnd.");
        assertThat(explanation.furniture())
                .extracting(Explanation.Stretch::text)
                .containsExactly("Read more about the army");
        assertThat(explanation.rules().get(0).matched()).isFalse();
    }

    @Test
    void everyNamingSaysWhetherItCounts() {
        var names = explain("x", "Sudland met Ann Smith in Norland. She reads the Norburg Post.")
                .names();
        assertThat(names)
                .extracting(NameVerdict::actor, NameVerdict::form, NameVerdict::counts)
                .contains(
                        tuple("smith", "name", true), tuple("norland", "land", false), tuple("norland", "not", false));
        assertThat(names.stream()
                        .filter(n -> n.rule().endsWith("/Norland"))
                        .findFirst()
                        .orElseThrow()
                        .why())
                .isEqualTo("a place here, not a party");
    }

    @Test
    void partsOfOtherPointsAreNamedByTheirId() {
        var tagger = Tagger.of(Dossiers.withPoints(Map.of("a", "army NEAR/2 cap", "b", "#a AND talks")));
        var verdict = tagger.explain("", "Talks about the army.", null, null).rules().stream()
                .filter(r -> r.target().equals("b"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.nearest().lacks()).isEqualTo(List.of(new Lack.Absent(List.of("#a"))));
    }
}
