// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Office;

import static org.assertj.core.api.Assertions.assertThat;

/** Surnames and offices that could be somebody else's. */
final class ReadingsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 23);

    private final Tagger tagger = Tagger.of(Dossiers.withActors(
            person("smith", List.of("Ann Smith", "Smith"), List.of(), president("Norlandic president", 2024, 2029)),
            person("brown", List.of("Bob Brown", "Brown"), List.of(), president("Norlandic president", 2019, 2023)),
            person("black", List.of("Carl Black", "Black"), List.of(), president("Sudlandic president", 2020, 2029)),
            person("jones", List.of("Dan Jones"), List.of("Jones"))));

    private static Actor person(String id, List<String> names, List<String> shortNames, Office... offices) {
        var aliases = new Aliases(
                "en",
                names,
                shortNames,
                List.of(),
                List.of(),
                List.of(),
                List.of(id.equals("smith") ? "she" : "he"),
                List.of());
        return new Actor(id, id, ActorKind.PERSON, List.of(), List.of(aliases), List.of(offices));
    }

    private static Office president(String name, int from, int to) {
        return new Office(
                LocalDate.of(from, 1, 1),
                LocalDate.of(to, 12, 31),
                Map.of("en", List.of(name)),
                Map.of("en", List.of("the president")));
    }

    private String evidence(String text) {
        var found = tagger.tag("", text, "en", TODAY).actors();
        var out = new StringBuilder();
        for (var actor : found) {
            for (var e : actor.evidence()) {
                out.append(actor.actor())
                        .append('=')
                        .append(("\n\n" + text), e.start(), e.end())
                        .append(' ');
            }
        }
        return out.toString().trim();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was Smith who left.|smith=Smith",
                "It was President Smith who left.|smith=Smith",
                "It was Anna Smith who left.|smith=Smith",
                "It was Peter Smith who left. Later Smith came back.|",
                "He met Peter Smith and Ann Smith. Later Smith came back.|smith=Ann Smith smith=Smith",
                "Peter Smith Meets Old Friends At Home|smith=Smith",
                "It was Gen. Smith who left.|smith=Smith",
                "They met in Norburg. Smith left.|smith=Smith"
            })
    void leavesASurnameToItsOtherBearer(String text, String expected) {
        assertThat(evidence(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was Jones who left.|",
                "It was Dan Jones who left. Then Jones called.|jones=Dan Jones jones=Jones",
                "It was Dan Jones who left. His aide, Tom Jones, stayed. Then Jones called.|jones=Dan Jones"
            })
    void countsAShortNameOnlyIfTheTextLeavesOneReading(String text, String expected) {
        assertThat(evidence(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was the Norlandic president who left.|smith=Norlandic president",
                "It was the former Norlandic president who left.|",
                "It was Norlandic president Ann Smith who left.|smith=Ann Smith",
                "It was Norlandic president Zoe Miller who left.|",
                "Here Smith spoke, and the president left.|smith=Smith smith=the president",
                "Here Smith and Black spoke, and the president left.|smith=Smith black=Black",
                "Here Brown spoke, and the president left.|brown=Brown",
                "Here the president left, and Smith spoke.|smith=Smith",
                "Here Smith met Moldovan president Maia Sandu, and the president left.|smith=Smith"
            })
    void readsAnOfficeByItsDayAndByWhoIsNamed(String text, String expected) {
        assertThat(evidence(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Here Ann Smith spoke. She left.|smith=Ann Smith smith=She",
                "Here Ann Smith spoke. She left. Then she came back.|smith=Ann Smith smith=She smith=she",
                "Here Ann Smith spoke. He left.|smith=Ann Smith",
                "Here Ann Smith met Bob Brown. He left.|smith=Ann Smith brown=Bob Brown",
                "Here Ann Smith met Zoe Miller. She left.|smith=Ann Smith",
                "Here Ann Smith met minister Miller. She left.|smith=Ann Smith",
                "Here Ann Smith spoke. It rained. She left.|smith=Ann Smith",
                "Here Ann Smith said: \"I know that she left.\"|smith=Ann Smith",
                "She left before Ann Smith spoke.|smith=Ann Smith"
            })
    void leavesAPronounOpenUnlessOnePersonIsLeft(String text, String expected) {
        assertThat(evidence(text)).isEqualTo(expected);
    }

    @Test
    void readsAnOfficeOfAnotherDay() {
        var then = tagger.tag("", "The Norlandic president left.", "en", LocalDate.of(2021, 1, 1));
        assertThat(then.actors()).extracting(ActorMention::actor).containsExactly("brown");
    }
}
