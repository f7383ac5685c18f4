// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One sound dossier, broken in one place at a time, and the line that tells. */
final class BrokenDossierTest {
    private static final String SOUND =
            """
            id: quarrel
            title: A quarrel
            label: "7"
            languages: [en, de]
            plans:
              - {id: first, name: First draft, date: 2025-11-20, cited: {en: ['"first draft"']}}
            numbering: {en: [point]}
            points:
              - id: army
                title: Army
                numbers: {first: 6}
                rules:
                  en: ['army NEAR/3 cap']
                figures:
                  - name: size
                    unit: soldiers
                    rules: {en: ['number(5..9) NEAR/6 troops']}
                examples: [A cap on the army]
                counterexamples: {de: [Der Hut], en: [The army marched]}
              - id: fleet
                title: Fleet
                numbers: {first: [7, 8]}
                rules:
                  en: ['fleet NEAR/3 cap AND NOT #army']
            actors:
              - id: smith
                name: Ann Smith
                kind: person
                groups: [envoys]
                aliases:
                  en: {names: [Ann Smith], short: [Smith]}
                offices:
                  - {from: 2020-01-01, to: 2025-01-01, names: {en: [the chair]}}
              - id: jones
                name: Bob Jones
                kind: person
                aliases:
                  any: {names: [Bob Jones]}
            """;

    static Stream<Arguments> references() {
        return Stream.of(
                arguments(
                        "#army'",
                        "#navy'",
                        "24:39: points[1].rules.en[0]: rule: at character 27: expected the id of a point, found 'navy'; see"
                                + " the grammar in docs/dossier.md"),
                arguments(
                        "'army NEAR/3 cap'",
                        "'army NEAR/3 cap AND NOT #fleet'",
                        "24:12: points[1].rules.en[0]: the points go round: #army -> #fleet -> #army; drop one of these"
                                + " references"),
                arguments(
                        "fleet NEAR/3 cap AND NOT #army",
                        "fleet NEAR/3 cap AND NOT #fleet",
                        "24:12: points[1].rules.en[0]: the points go round: #fleet -> #fleet; drop one of these references"),
                arguments(
                        "army NEAR/3 cap",
                        "army NEAR/3 @envoy",
                        "13:26: points[0].rules.en[0]: rule: at character 14: expected the id of an actor or group, found"
                                + " 'envoy'; see the grammar in docs/dossier.md"),
                arguments(
                        "actors:\n",
                        "deadlines: {zone: Europe/Atlantis}\nactors:\n",
                        "25:19: deadlines.zone: 'Europe/Atlantis' is no time zone; use a name such as Europe/Kyiv"),
                arguments(
                        "actors:\n",
                        "deadlines: {holidays: [{names: {en: [fair]}, every: 13-40}]}\nactors:\n",
                        "25:53: deadlines.holidays[0].every: no day of the year; write month and day as 08-24"),
                arguments(
                        "{first: 6}",
                        "{second: 6}",
                        "11:23: points[0].numbers.second[0]: no such plan version; name one of those under 'plans:': first"),
                arguments(
                        "{first: [7, 8]}",
                        "{first: [7, 6]}",
                        "22:26: points[1].numbers.first[1]: point 6 of first is taken in d.yaml:11; give each number to one"
                                + " point"));
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                arguments(
                        "languages: [en, de]",
                        "languages: [en, de]\nfacets: [group, colour]",
                        "5:17: facets[1]: 'colour' is nothing to count by; use one of language, group"),
                arguments(
                        "languages: [en, de]",
                        "languages: [en, de, ua]",
                        "4:21: languages[2]: 'ua' is no language; use a code of ISO 639-1, such as en or uk"),
                arguments(
                        "en: ['army NEAR/3 cap']",
                        "en: ['army NEAR/3 cap']\n      fr: [armee]",
                        "14:7: points[0].rules.fr: 'fr' is not among the languages [en, de]; add it to 'languages:'"),
                arguments(
                        "    examples: [A cap on the army]",
                        "    examples: {any: [A cap on the army]}",
                        "18:16: points[0].examples.any: 'any' is not among the languages [en, de]; use a code of ISO 639-1,"
                                + " such as en or uk"),
                arguments(
                        "en: ['army NEAR/3 cap']",
                        "en: ['army NEAR/3 cap']\n      any: ['army~ NEAR/3 cap']",
                        "14:18: points[0].rules.any[0]: rule: at character 5: expected a word that ends in * (there are no"
                                + " stems for 'any'), found '~'; see the grammar in docs/dossier.md"));
    }

    static Stream<Arguments> points() {
        return Stream.of(
                arguments(
                        "number(5..9) NEAR/6 troops",
                        "many NEAR/6 troops",
                        "17:22: points[0].figures[0].rules.en[0]: no number(...) in the rule of a figure; write which"
                                + " numbers to watch"),
                arguments(
                        "        rules: {en: ['number(5..9) NEAR/6 troops']}\n",
                        "",
                        "15:15: points[0].figures[0].name: no rule; add 'rules:' with number(...) under a language"),
                arguments(
                        "number(5..9)",
                        "number(5..9 yards)",
                        "17:35: points[0].figures[0].rules.en[0]: rule: at character 13: expected usd, eur, gbp, rub, uah, %"
                                + " or ), found 'yards)'; see the grammar in docs/dossier.md"),
                arguments(
                        "en: ['army NEAR/3 cap']",
                        "en: ['army NEAR/3 cap', {id: army/en/1, rule: army}]",
                        "13:36: points[0].rules.en[1].id: 'army/en/1' is not the id of a rule here; write army/en/N with N"
                                + " above 1"),
                arguments(
                        "    rules:\n      en: ['army NEAR/3 cap']\n",
                        "",
                        "9:9: points[0].rules: no rule; add 'rules:' with at least one under a language"),
                arguments(
                        "[The army marched]",
                        "[The army cap]",
                        "19:43: points[0].counterexamples.en[0]: matches army/en/1; narrow the rule or drop the"
                                + " counterexample"),
                arguments(
                        "- id: army",
                        "- id: Army!",
                        "9:9: points[0].id: 'Army!' is no id; use small letters, digits and" + " hyphens"));
    }

    static Stream<Arguments> actors() {
        return Stream.of(
                arguments(
                        "[Ann Smith]",
                        "[Ann Smith, bob  jones]",
                        "38:21: actors[1].aliases.any.names[0]: 'Bob Jones' is a name of smith in d.yaml:31; use 'short:'"
                                + " for a name that others bear too"),
                arguments(
                        "to: 2025-01-01",
                        "to: 2019-12-31",
                        "33:32: actors[0].offices[0].to: ends before it begins on 2020-01-01; write a day from then on, or"
                                + " leave it out"),
                arguments(
                        "from: 2020-01-01",
                        "from: 1 January",
                        "33:16: actors[0].offices[0].from: no date; write it as 2025-11-20"),
                arguments(
                        "kind: person\n    groups",
                        "kind: human\n    groups",
                        "28:11: actors[0].kind: 'human' is no kind; use one of [person, state, alliance, organisation,"
                                + " group]"),
                arguments(
                        "any: {names: [Bob Jones]}",
                        "any: {seats: [Jones House]}",
                        "34:9: actors[1].aliases: a person without a name; add 'names:' under a language"),
                arguments(
                        "any: {names: [Bob Jones]}",
                        "any: {short: [Bob]}",
                        "34:9: actors[1].aliases: a person without a name; add 'names:' under a language"),
                arguments(
                        "[Bob Jones]",
                        "[Bob Jones, '**']",
                        "38:32: actors[1].aliases.any.names[1]: no letter in it; write a name"));
    }

    static Stream<Arguments> structure() {
        return Stream.of(
                arguments("label: \"7\"\n", "", "1:1: label: missing; add 'label:'"),
                arguments(
                        "title: A quarrel\n",
                        "title: [a, b]\n",
                        "2:8: title: a text is expected here; write one value"),
                arguments(
                        "numbering: {en: [point]}",
                        "numbering: [point]",
                        "7:12: numbering: a mapping is expected here; write key: value lines"),
                arguments(
                        "plans:",
                        "remove: {rules: [fleet]}\nplans:",
                        "5:18: remove.rules[0]: no rule 'fleet'; write the id of a rule, such as army-cap/en/3"),
                arguments(
                        "plans:",
                        "extend: {points: [{id: army, title: New}]}\nplans:",
                        "5:37: extend.points[0].title: there can be only one; move it under 'override:'"),
                arguments(
                        "plans:",
                        "extend: {points: [{id: army, figures: [{name: size, unit: men}]}]}\nplans:",
                        "5:59: extend.points[0].figures[0].unit: the unit of 'size' is 'soldiers'; write the same unit or"
                                + " override 'figures:'"),
                arguments(
                        "plans:",
                        "extend: {gate: {en: [a]}}\nplans:",
                        "5:10: extend.gate: unknown key; use one of plans," + " points, actors"),
                arguments(
                        "id: quarrel",
                        "id: &anchor quarrel\nlabel: *anchor",
                        "2:8: '*anchor' is a YAML alias; write out" + " what it stands for"),
                arguments(
                        "title: A quarrel\n",
                        "title: A quarrel\n---\n",
                        "4:1: a second document; write one document a" + " file: drop the line '---'"));
    }

    @ParameterizedTest
    @MethodSource({"references", "languages", "points", "actors", "structure"})
    void saysWhereAndWhatAndTheMend(String from, String to, String expected) {
        assertThat(SOUND).contains(from);
        var broken = SOUND.replace(from, to);
        var load = DossierFile.load("d.yaml", broken);
        assertThat(load).isInstanceOf(DossierLoad.Refused.class);
        assertThat(((DossierLoad.Refused) load).problems())
                .extracting(DossierProblem::toString)
                .contains("d.yaml:" + expected);
    }

    @ParameterizedTest
    @MethodSource({"references", "languages", "points", "actors"})
    void saysNothingBesides(String from, String to, String expected) {
        var load = (DossierLoad.Refused) DossierFile.load("d.yaml", SOUND.replace(from, to));
        assertThat(load.problems()).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("allAtOnce")
    void listsAllAtOnce(String broken, int problems) {
        assertThat(((DossierLoad.Refused) DossierFile.load("d.yaml", broken)).problems())
                .hasSize(problems);
    }

    /** Two points with one id, an unknown reference, a wrong example and a rule that cannot be read, in one file. */
    static Stream<Arguments> allAtOnce() {
        var broken = SOUND.replace("- id: fleet", "- id: army")
                .replace("#army'", "#navy'")
                .replace("[The army marched]", "[The army cap]")
                .replace("number(5..9) NEAR/6 troops", "number(5..) NEAR/6 troops");
        return Stream.of(arguments(SOUND.replace("[The army marched]", "[The army cap]"), 1), arguments(broken, 4));
    }
}
