// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

final class TaggerTest {
    private final Tagger tagger = Tagger.of(Dossiers.withRules("army NEAR/5 cap", "\"smaller army\""));

    private List<String> actors(String text) {
        return tagger.tag("", text, null).actors().stream()
                .map(ActorMention::actor)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norland said no.",
                "Norland would also agree.",
                "They pressed Norland hard.",
                "A paper was presented to Norland.",
                "There was pressure on Norland.",
                "A deal with Norland is near.",
                "Norlandic officials left.",
                "Norland's concerns remain.",
                "The Norland-backed text was read.",
                "The president of Norland slept.",
                "Norburg rejected it.",
                "Officials in Norburg were silent.",
                "It was for Norland to decide.",
                "Norland: we are ready"
            })
    void countsAStateThatActsOrIsDealtWith(String text) {
        assertThat(actors(text)).containsExactly("norland");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained in Norland.",
                "He flew to Norburg.",
                "Norland's capital is old.",
                "The north of Norland is cold.",
                "Norburg's Central Station burnt.",
                "Norlandic weather is harsh.",
                "The border with Norland is closed.",
                "The Norburg Post said so.",
                "NORBURG - The rain stopped.",
                "NORBURG, Nov 23 (Agency) - The rain stopped.",
                "Norburg (Agency) - The rain stopped.",
                "A norland would be a small n."
            })
    void doesNotCountAMerePlace(String text) {
        assertThat(actors(text)).isEmpty();
    }

    @Test
    void lendsTheVerdictAlongAList() {
        assertThat(actors("Norland and Sudland said no.")).containsExactly("norland", "sudland");
        assertThat(actors("Norland, Sudland report progress")).containsExactly("norland", "sudland");
        assertThat(actors("Talks between Norland and Sudland went on.")).containsExactly("norland", "sudland");
        assertThat(actors("It rained in Norland and Sudland.")).isEmpty();
    }

    @Test
    void tellsTheCountryFromThePronoun() {
        assertThat(actors("They told us so.")).isEmpty();
        assertThat(actors("They told the U.S. so.")).containsExactly("sudland");
        assertThat(actors("The US plan is new.")).containsExactly("sudland");
        assertThat(actors("The Norland plan is new.")).isEmpty();
    }

    @Test
    void findsPersonsByFullNameOrSurname() {
        var mention = tagger.tag("", "Ann Smith left. A smith came. Smith College closed.", null)
                .actors()
                .get(0);
        assertThat(mention.evidence()).containsExactly(new Evidence(2, 11, 0, "smith/en/Ann Smith"));
    }

    @Test
    void provesAPointWithSentenceOffsetsAndRule() {
        var result = tagger.tag("No news", "First this. A cap on its army is planned. A smaller army, too.", "en");
        assertThat(result.language()).isEqualTo("en");
        assertThat(result.sentences())
                .extracting(Sentence::text)
                .containsExactly("A cap on its army is planned.", "A smaller army, too.");
        var point = result.points().get(0);
        assertThat(point.confidence()).isBetween(0.5, 1.0);
        assertThat(point.evidence())
                .containsExactly(new Evidence(23, 38, 0, "p/en/1"), new Evidence(53, 65, 1, "p/en/2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A man walks. (Smith via AP)|false",
                "Read more: Smith and the army cap|false",
                "Text. Read more: Smith said|false",
                "Readers find the Smith article on our website.|false",
                "Smith, right, at the table (Doe via AP)|true"
            })
    void leavesFurnitureOut(String text, boolean found) {
        assertThat(actors(text).contains("smith")).isEqualTo(found);
    }

    @Test
    void reportsNothingBehindAClosedGate() {
        var gated = Tagger.of(Dossiers.withGate("ATLEAST/2(quarrel) AND NOT football"));
        assertThat(gated.tag("The quarrel", "Smith spoke.", null).actors()).isEmpty();
        assertThat(gated.tag("The quarrel", "Smith spoke of the quarrel.", null).actors())
                .hasSize(1);
        assertThat(gated.tag("The quarrel", "Smith: a football quarrel.", null).actors())
                .isEmpty();
        assertThat(gated.withoutGate().tag("", "Smith spoke.", null).actors()).hasSize(1);
    }

    @Test
    void answersTheSameEveryTime() {
        var text = "Smith said a cap on the army would please Norland and Sudland.";
        assertThat(tagger.tag("T", text, null)).isEqualTo(tagger.tag("T", text, null));
    }

    @Test
    void readsALongHostileTextInNoTime() {
        var text = "army cap ".repeat(22_000);
        assertTimeout(Duration.ofSeconds(5), () -> tagger.tag("", text, null));
    }

    @Test
    void namesTheDossierVersion() {
        assertThat(tagger.dossierVersion()).isEqualTo("1+abc");
    }
}
