// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Example;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** Several files that make one dossier. */
final class DossierIncludesTest {
    private static final String BASE =
            """
            id: quarrel
            title: A quarrel
            label: "7"
            languages: [en]
            plans:
              - {id: first, name: First draft, date: 2025-11-20}
            gate:
              en: [quarrel, dispute]
            numbering:
              en: [point, points]
            points:
              - id: army
                title: Army
                numbers: {first: 6}
                rules:
                  en: ['army NEAR/3 cap', 'army NEAR/3 limit', 'army NEAR/3 ceiling']
                figures:
                  - {name: size, unit: soldiers, rules: {en: ['number(5..9) NEAR/6 troops']}}
                examples: [A cap on the army]
                counterexamples: [The army marched]
              - id: fleet
                title: Fleet
                numbers: {first: 7}
                rules:
                  en: ['fleet NEAR/3 cap']
            actors:
              - id: smith
                name: Ann Smith
                kind: person
                groups: [envoys]
                aliases:
                  en: {names: [Ann Smith], short: [Smith]}
                offices:
                  - {from: 2020-01-01, names: {en: [the chair]}, bare: {en: [chair]}}
              - id: jones
                name: Bob Jones
                kind: person
                aliases:
                  en: {names: [Bob Jones]}
            """;

    private static final String GERMAN =
            """
            languages: [de]
            gate:
              de: [Streit]
            numbering:
              de: [Punkt]
            extend:
              plans:
                - {id: first, cited: {de: ['"erster Entwurf"']}}
              points:
                - id: army
                  rules:
                    de: ['armee* NEAR/4 (grenze OR obergrenze)']
                    en: ['army NEAR/3 maximum']
                  figures:
                    - {name: size, rules: {de: ['number(5..9) NEAR/6 soldaten']}}
                  examples: {de: [Eine Obergrenze für die Armee]}
              actors:
                - id: smith
                  groups: [women]
                  aliases:
                    de: {names: [Anna Schmidt]}
                    en: {short: [Annie]}
                  offices:
                    - {from: 2020-01-01, names: {de: [die Vorsitzende]}}
            """;

    private static DossierLoad load(Map<String, String> files) {
        return DossierFile.load("desk.yaml", files.get("desk.yaml"), new MemorySource(files));
    }

    private static Dossier loaded(Map<String, String> files) {
        var load = load(files);
        assertThat(load).isInstanceOf(DossierLoad.Loaded.class);
        var loaded = (DossierLoad.Loaded) load;
        assertThat(DossierFile.load("again.yaml", loaded.resolved())).isEqualTo(loaded);
        return loaded.dossier();
    }

    /** A desk's own file over the base and its German part. */
    private static Dossier desk(String own) {
        return loaded(files(own));
    }

    private static Map<String, String> files(String own) {
        var files = new HashMap<String, String>();
        files.put("desk.yaml", "includes: [base.yaml, de.yaml]\n" + own);
        files.put("base.yaml", BASE);
        files.put("de.yaml", GERMAN);
        return files;
    }

    private static List<String> problems(Map<String, String> files) {
        return ((DossierLoad.Refused) load(files))
                .problems().stream().map(DossierProblem::toString).toList();
    }

    private static PlanPoint army(Dossier dossier) {
        return dossier.point("army").orElseThrow();
    }

    private static List<String> ids(PlanPoint point) {
        return point.rules().stream().map(Rule::id).toList();
    }

    @Test
    void addsAPartInAnotherLanguage() {
        var dossier = desk("");
        assertThat(dossier.languages()).containsExactly("en", "de");
        assertThat(dossier.defaultLanguage()).isEqualTo("en");
        assertThat(dossier.numbering()).containsEntry("de", List.of("Punkt"));
        assertThat(dossier.gate()).extracting(Rule::id).containsExactly("gate/en/1", "gate/en/2", "gate/de/1");
        assertThat(dossier.plans().get(0).cited())
                .containsExactly(new Rule("plan/first/de/1", "de", "\"erster Entwurf\""));
        assertThat(ids(army(dossier))).containsExactly("army/en/1", "army/en/2", "army/en/3", "army/en/4", "army/de/1");
        assertThat(army(dossier).examples())
                .containsExactly(
                        new Example("en", "A cap on the army"), new Example("de", "Eine Obergrenze für die Armee"));
    }

    @Test
    void addsToFiguresAliasesAndOffices() {
        var dossier = desk("");
        var figure = army(dossier).figures().get(0);
        assertThat(figure.unit()).isEqualTo("soldiers");
        assertThat(figure.rules()).extracting(Rule::id).containsExactly("army/figure/1/en/1", "army/figure/1/de/1");
        var smith = dossier.actor("smith").orElseThrow();
        assertThat(smith.groups()).containsExactly("envoys", "women");
        assertThat(smith.aliases().get(0).shortNames()).containsExactly("Smith", "Annie");
        assertThat(smith.aliases().get(1).names()).containsExactly("Anna Schmidt");
        assertThat(smith.offices()).hasSize(1);
        assertThat(smith.offices().get(0).from()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(smith.offices().get(0).names()).containsOnlyKeys("en", "de");
    }

    @Test
    void takesIdTitleAndLabelOfTheOuterFile() {
        var dossier = desk("id: desk\nlabel: ours\nlanguages: [de, en]\n");
        assertThat(dossier.id()).isEqualTo("desk");
        assertThat(dossier.title()).isEqualTo("A quarrel");
        assertThat(dossier.label()).isEqualTo("ours");
        assertThat(dossier.languages()).containsExactly("de", "en");
    }

    @Test
    void triesAPlainListOfExamplesInTheLanguageOfItsFile() {
        var dossier = desk("languages: [de, en]\n");
        assertThat(army(dossier).counterexamples()).containsExactly(new Example("en", "The army marched"));
    }

    @Test
    void overridesFieldByField() {
        var dossier = desk(
                """
                override:
                  points:
                    - id: army
                      title: The army
                      rules: {en: ['cap NEAR/5 army']}
                  actors:
                    - {id: smith, aliases: {en: {names: [Anne Smith]}}}
                """);
        assertThat(army(dossier).title()).isEqualTo("The army");
        assertThat(ids(army(dossier))).containsExactly("army/en/1", "army/de/1");
        assertThat(army(dossier).examples()).hasSize(2);
        var names = dossier.actor("smith").orElseThrow().aliases();
        assertThat(names.get(0).names()).containsExactly("Anne Smith");
        assertThat(names.get(0).shortNames()).containsExactly("Smith", "Annie");
        assertThat(names.get(1).names()).containsExactly("Anna Schmidt");
    }

    @Test
    void leavesAGapForARemovedRule() {
        var dossier = desk(
                """
                extend:
                  points:
                    - {id: army, rules: {en: ['army NEAR/3 bound']}}
                remove:
                  points: [fleet]
                  actors: [jones]
                  rules: [army/en/2, army/en/4, gate/en/1, army/figure/1/en/1]
                """);
        assertThat(ids(army(dossier))).containsExactly("army/en/1", "army/en/3", "army/en/5", "army/de/1");
        assertThat(dossier.gate()).extracting(Rule::id).containsExactly("gate/en/2", "gate/de/1");
        assertThat(dossier.point("fleet")).isEmpty();
        assertThat(dossier.actor("jones")).isEmpty();
    }

    @Test
    void extendsAnIncludingFileFromItsPart() {
        var files = Map.of("desk.yaml", BASE + "includes: [de.yaml]\n", "de.yaml", GERMAN);
        assertThat(ids(army(loaded(files)))).contains("army/de/1");
    }

    @Test
    void countsAFileOnceHoweverOftenItIsIncluded() {
        var files = files("");
        files.put("de.yaml", "includes: [base.yaml]\n" + GERMAN);
        assertThat(ids(army(loaded(files)))).hasSize(5);
    }

    @Test
    void givesOneVersionFromFilesAndFromTheResolvedText() {
        var loaded = (DossierLoad.Loaded) load(files("label: ours\n"));
        assertThat(loaded.resolved()).doesNotContain("includes", "extend", "override", "remove");
        assertThat(loaded.dossier().version()).isEqualTo("ours+" + DossierFile.contentHash(loaded.resolved()));
    }

    @Test
    void namesBothPlacesOfTwoDefinitions() {
        var own = "points:\n  - {id: army, title: Mine, rules: {en: [mine]}}\n";
        assertThat(problems(files(own)))
                .containsExactly(
                        "desk.yaml:3:10: points[0].id: 'army' is defined in base.yaml:12 already; use 'extend:'"
                                + " or 'override:', or choose another id");
    }

    @Test
    void namesTheFileOfEachProblem() {
        var own =
                """
                extend:
                  points:
                    - {id: navy, rules: {en: ['(open']}}
                override:
                  actors: [{id: jonas, kind: state}]
                remove: {points: [nothing], rules: [army/en/9]}
                """;
        var files = files(own);
        files.put("de.yaml", GERMAN.replace("languages: [de]\n", ""));
        assertThat(problems(files))
                .contains(
                        "desk.yaml:4:12: extend.points[0].id: no point 'navy'; define it under 'points:' or correct the id",
                        "desk.yaml:6:17: override.actors[0].id: no actor 'jonas'; define it under 'actors:' or correct the"
                                + " id",
                        "desk.yaml:7:19: remove.points[0]: no point 'nothing'; define it under 'points:' or correct the id",
                        "desk.yaml:7:37: remove.rules[0]: no rule 'army/en/9'; write the id of a rule, such as"
                                + " army-cap/en/3",
                        "de.yaml:2:3: gate.de: 'de' is not among the languages [en]; add it to 'languages:'")
                .anyMatch(p -> p.startsWith("desk.yaml:4:") && p.contains("expected )"));
    }

    @Test
    void printsTheChainOfACyclicIncludeAndAllElse() {
        var files = files("");
        files.put("de.yaml", "includes: [more.yaml]\n" + GERMAN.replace("army NEAR/3 maximum", "army NEAR/0 maximum"));
        files.put("more.yaml", "includes: [de.yaml]\n");
        assertThat(problems(files))
                .containsExactly(
                        "de.yaml:14:25: extend.points[0].rules.en[0]: rule: at character 11: expected a whole number from 1"
                                + " to 100, found '0'; see the grammar in docs/dossier.md",
                        "more.yaml:1:12: includes[0]: the includes go round: de.yaml -> more.yaml -> de.yaml; drop one of"
                                + " them");
    }

    @Test
    void missesNothingThatAnUnreadableFileMayHold() {
        var files = files("extend: {points: [{id: of-the-missing-file, rules: {fr: [mot]}}]}\n");
        files.remove("de.yaml");
        assertThat(problems(files)).containsExactly("desk.yaml:1:23: includes[1]: no file 'de.yaml'; name another");
    }

    @Test
    void includesNothingWhereATextMustStandAlone() {
        var load = (DossierLoad.Refused) DossierFile.load("topic", BASE + "includes: [de.yaml]\n");
        assertThat(load.problems()).hasSize(1);
        assertThat(load.problems().get(0).problem()).contains("must stand alone");
    }
}
