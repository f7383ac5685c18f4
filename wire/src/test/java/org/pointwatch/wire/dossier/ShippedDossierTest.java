// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Tagger;

import static org.assertj.core.api.Assertions.assertThat;

final class ShippedDossierTest {
    private static final Path FILE = Path.of("../dossiers/ukraine-peace-plan/dossier.yaml");
    private static final Dossier DOSSIER = load();
    private static final Tagger TAGGER = Tagger.of(DOSSIER);

    private static Dossier load() {
        var load = DossierFiles.load(FILE.toString());
        assertThat(load).isInstanceOf(DossierLoad.Loaded.class);
        return ((DossierLoad.Loaded) load).dossier();
    }

    private static Set<String> points(String sentence) {
        var found = new HashSet<String>();
        TAGGER.withoutGate().tag("", sentence, "en").points().stream()
                .map(PointMention::point)
                .forEach(found::add);
        return found;
    }

    private static List<String> actors(String sentence) {
        return TAGGER.withoutGate().tag("", sentence, "en").actors().stream()
                .map(ActorMention::actor)
                .toList();
    }

    @Test
    void holdsThe28PointsInOrder() {
        var numbers = new ArrayList<Integer>();
        DOSSIER.points().forEach(p -> numbers.addAll(p.numbers().get("us-28")));
        assertThat(numbers).hasSize(28).isSorted().doesNotHaveDuplicates();
        assertThat(DOSSIER.point("reconstruction").orElseThrow().numbers()).containsEntry("20-point", List.of(8, 9));
    }

    @Test
    void bringsThreeExamplesAndCounterexamplesForEachPoint() {
        assertThat(DOSSIER.points()).allSatisfy(p -> {
            assertThat(p.examples()).as(p.id()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(p.counterexamples()).as(p.id()).hasSizeGreaterThanOrEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kyiv could keep no more than 600,000 soldiers.|army-cap",
                "The ceiling on Ukraine's troops rose to 800,000.|army-cap",
                "Ukraine was told to abandon its bid to join NATO.|nato-membership",
                "The text demands a pullout from the rest of Donetsk.|territory",
                "Zelensky again ruled out giving up Donbas.|territory",
                "Talks on land swaps would start from the line of contact.|territory",
                "Sanctions relief would come in phases.|russia-reintegration",
                "Moscow may return to the Group of Eight.|russia-reintegration",
                "Immobilised Russian reserves would be paid into a fund.|frozen-assets",
                "The guarantee lapses if a missile is fired at St. Petersburg.|guarantee-terms",
                "A vote has to be held within 100 days.|elections",
                "Everybody who took part in the war would get an amnesty.|amnesty",
                "Trump would chair the Peace Council.|peace-council",
                "Thousands of abducted children would be returned.|humanitarian-exchange"
            })
    void findsThePointHoweverItIsWorded(String sentence, String point) {
        assertThat(points(sentence)).contains(point);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shells fell on a market in Kherson.",
                "The army said it shot down forty drones over Ukraine.",
                "A judge sent two prisoners to a camp.",
                "NATO's secretary general will speak at noon.",
                "The EU foreign ministers meet in Brussels."
            })
    void findsNothingInABattlefieldReport(String sentence) {
        assertThat(points(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Downing Street said that it had been briefed.|uk",
                "The Élysée denied the report.|france",
                "Zelenskiy spoke last.|zelensky",
                "Washington pressed Kyiv for an answer.|us,ukraine",
                "Turkish President Recep Tayyip Erdoğan offered to mediate.|turkey,erdogan",
                "Ursula von der Leyen called Viktor Orbán.|von-der-leyen,orban",
                "Costa Rica won the match in Berlin.|",
                "The Kyiv Independent wrote about life in Ukraine.|",
                "Fighting went on in Ukraine, and Rubio flew to Geneva.|rubio"
            })
    void findsTheActors(String sentence, String expected) {
        var ids = expected == null ? List.<String>of() : List.of(expected.split(","));
        assertThat(actors(sentence)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gaza truce holds|Steve Witkoff said the ceasefire in Gaza held and Hamas would release prisoners under the 20-point peace plan. Gaza needs aid.",
                "Midterms|The elections in November will decide on the Senate, Trump said at the White House.",
                "Fines|The council grants an amnesty on parking fines.",
                "Exercise|NATO troops and Polish fighter jets trained near the coast."
            })
    void reportsNothingFromOtherNews(String title, String text) {
        var result = TAGGER.tag(title, text, "en");
        assertThat(result.points()).isEmpty();
        assertThat(result.actors()).isEmpty();
    }
}
