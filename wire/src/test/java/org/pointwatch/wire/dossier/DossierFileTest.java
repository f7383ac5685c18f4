// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dossier.Dossier;

import static org.assertj.core.api.Assertions.assertThat;

final class DossierFileTest {
    private static final String SOUND =
            """
            id: quarrel
            title: A quarrel
            label: "7"
            languages: [en]
            plans:
              - {id: first, name: First draft, date: 2025-11-20}
            gate:
              en: ['quarrel']
            points:
              - id: army
                title: Army
                numbers: {first: 6}
                rules:
                  en:
                    - 'army NEAR/3 cap'
                examples: [A cap on the army]
                counterexamples: [The army marched]
            actors:
              - id: smith
                name: Ann Smith
                kind: person
                aliases:
                  en:
                    names: [Ann Smith, Smith]
            """;

    private static List<DossierProblem> problems(String from, String to) {
        assertThat(SOUND).contains(from);
        var load = DossierFile.load("d.yaml", SOUND.replace(from, to));
        return load instanceof DossierLoad.Refused refused ? refused.problems() : List.of();
    }

    private static DossierProblem problem(String from, String to) {
        var problems = problems(from, to);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static Dossier sound() {
        return ((DossierLoad.Loaded) DossierFile.load("d.yaml", SOUND)).dossier();
    }

    @Test
    void readsASoundFile() {
        var dossier = sound();
        var resolved = ((DossierLoad.Loaded) DossierFile.load("d.yaml", SOUND)).resolved();
        assertThat(dossier.version()).isEqualTo("7+" + DossierFile.contentHash(resolved));
        assertThat(dossier.points().get(0).numbers()).containsEntry("first", List.of(6));
        assertThat(dossier.points().get(0).rules().get(0).id()).isEqualTo("army/en/1");
        assertThat(dossier.actor("smith")).isPresent();
    }

    private static String version(String yaml) {
        return ((DossierLoad.Loaded) DossierFile.load("d.yaml", yaml)).dossier().version();
    }

    @Test
    void hashesTheContentWhateverItsLineEndsOrComments() {
        assertThat(version(SOUND.replace("\n", "\r\n"))).isEqualTo(version(SOUND));
        assertThat(version("# a note\n" + SOUND)).isEqualTo(version(SOUND));
        assertThat(version(SOUND.replace("Army", "The army"))).isNotEqualTo(version(SOUND));
    }

    @Test
    void pointsAtTheCharacterOfARule() {
        var problem = problem("'army NEAR/3 cap'", "'army NEAR cap'");
        assertThat(problem)
                .hasToString("d.yaml:15:21: points[0].rules.en[0]: rule: at character 10: expected / and the number of"
                        + " words, such as NEAR/5, found a blank; see the grammar in docs/dossier.md");
    }

    @Test
    void pointsIntoAFoldedRule() {
        var problem = problem("'army NEAR/3 cap'", ">-\n            army AND\n            (cap OR @nobody)");
        assertThat(problem.line()).isEqualTo(17);
        assertThat(problem.column()).isEqualTo(22);
        assertThat(problem.problem()).contains("actor or group");
    }

    @Test
    void findsAnExampleThatDoesNotMatch() {
        var problem = problem("[A cap on the army]", "[No such word]");
        assertThat(problem.line()).isEqualTo(16);
        assertThat(problem.field()).isEqualTo("points[0].examples[0]");
        assertThat(problem.problem()).contains("no rule of army");
    }

    @Test
    void findsACounterexampleThatMatches() {
        assertThat(problem("[The army marched]", "[The army cap]").problem()).contains("army/en/1");
    }

    @Test
    void leavesExamplesAloneWhereTheyWereTriedBefore() {
        var untried = DossierFile.loadUntried(
                "d.yaml", SOUND.replace("[The army marched]", "[The army cap]"), DossierSource.NONE);
        assertThat(untried).isInstanceOf(DossierLoad.Loaded.class);
        assertThat(DossierFile.loadUntried("d.yaml", SOUND, DossierSource.NONE))
                .isEqualTo(DossierFile.load("d.yaml", SOUND));
    }

    @Test
    void findsAnUnknownKeyAndSaysWhichAreKnown() {
        var problem = problem("    title: Army\n", "    title: Army\n    titel: Army\n");
        assertThat(problem.line()).isEqualTo(12);
        assertThat(problem.column()).isEqualTo(5);
        assertThat(problem.field()).isEqualTo("points[0].titel");
        assertThat(problem.mend()).contains("counterexamples");
    }

    @Test
    void findsAMissingField() {
        assertThat(problem("    title: Army\n", "")).satisfies(p -> {
            assertThat(p.line()).isEqualTo(10);
            assertThat(p.field()).isEqualTo("points[0].title");
            assertThat(p.problem()).isEqualTo("missing");
        });
    }

    @Test
    void findsAnUnknownPlanVersionAndABadNumberAndDate() {
        assertThat(problem("{first: 6}", "{second: 6}").problem()).contains("no such plan version");
        assertThat(problem("{first: 6}", "{first: six}").problem()).contains("no whole number");
        assertThat(problem("2025-11-20", "20.11.2025").problem()).contains("no date");
    }

    @Test
    void findsAnUnknownKind() {
        assertThat(problem("kind: person", "kind: human").mend()).contains("person");
    }

    @Test
    void findsTwoOfOneId() {
        var second =
                """
                actors:
                  - id: smith
                    name: John Smith
                    kind: person
                    aliases: {en: {names: [John Smith]}}
                """;
        var problem = problem("actors:\n", second);
        assertThat(problem.line()).isEqualTo(23);
        assertThat(problem.problem()).isEqualTo("'smith' is defined in d.yaml:19 already");
        assertThat(problem.mend()).contains("'extend:'");
    }

    @Test
    void findsAKeyThatStandsTwice() {
        assertThat(problems("label: \"7\"\n", "label: \"7\"\nlabel: \"8\"\n")).isNotEmpty();
    }

    @Test
    void listsAllProblemsInOrder() {
        var broken = SOUND.replace("title: A quarrel\n", "")
                .replace("kind: person", "kind: human")
                .replace("NEAR/3", "NEAR/0");
        var load = (DossierLoad.Refused) DossierFile.load("d.yaml", broken);
        assertThat(load.problems()).hasSize(3).extracting(DossierProblem::line).isSorted();
    }

    @Test
    void refusesWhatIsNoYamlOrNoDossier() {
        for (var text : List.of("", "[1, 2", "just text", "- a\n- b", "a: &a [*a]", "\t", "id: {")) {
            assertThat(DossierFile.load("d.yaml", text)).isInstanceOf(DossierLoad.Refused.class);
        }
    }
}
