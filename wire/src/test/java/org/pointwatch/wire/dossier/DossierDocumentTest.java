// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.tagging.Tagger;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/dossier.md says what is so. */
final class DossierDocumentTest {
    private static final Path SHIPPED = Path.of("../dossiers/ukraine-peace-plan/dossier.yaml");

    private static String example() throws IOException {
        var text = Files.readString(Path.of("../docs/dossier.md"));
        var from = text.indexOf("# desk.yaml");
        return text.substring(from, text.indexOf("```", from));
    }

    private static DossierSource.Answer find(String from, String include) {
        var path = include.equals("shipped:ukraine-peace-plan") ? SHIPPED.toString() : include;
        return include.equals("local.yaml") ? new DossierSource.Text(include, "") : new DossierFiles().find(from, path);
    }

    @Test
    void showsADeskThatExtendsTheShippedDossier() throws IOException {
        var load = DossierFile.load("desk.yaml", example(), DossierDocumentTest::find);
        assertThat(load).isInstanceOf(DossierLoad.Loaded.class);
        var dossier = ((DossierLoad.Loaded) load).dossier();
        assertThat(dossier.label()).isEqualTo("our desk 3");
        assertThat(dossier.point("fighter-jets")).isEmpty();
        assertThat(dossier.point("army-cap").orElseThrow().title()).isEqualTo("How large the army may be");
        assertThat(dossier.gate()).noneMatch(r -> r.id().equals("gate/en/5"));
    }

    private static boolean matches(String rule, String sentence) {
        var yaml =
                """
                id: a
                title: b
                label: c
                languages: [en]
                points:
                  - {id: p, title: t, rules: {en: ["%s"]}}
                  - {id: q, title: t, rules: {en: [amnesty]}}
                actors: []
                """
                        .formatted(rule.replace("\"", "\\\""));
        var load = DossierFile.load("d.yaml", yaml);
        assertThat(load).as(rule).isInstanceOf(DossierLoad.Loaded.class);
        var dossier = ((DossierLoad.Loaded) load).dossier();
        return Tagger.of(dossier).tag("", sentence, "en").points().stream()
                .anyMatch(p -> p.point().equals("p"));
    }

    @Test
    void saysWhatRulesFind() {
        var finds = Map.ofEntries(
                Map.entry("negotiate~", "They were negotiating."),
                Map.entry("\"=Red cross*\"", "The Red Crosses came."),
                Map.entry("non-aggression", "A non aggression pact."),
                Map.entry("\"near\"", "It is near."),
                Map.entry("number(500000..900000)", "Some 0.6 million men."),
                Map.entry("number(600000)", "Six hundred thousand men."),
                Map.entry("number(28)", "It has 28 points."),
                Map.entry("number(90bn..110bn usd)", "It costs 100 billion dollars."),
                Map.entry("number(90bn..109bn usd)", "It costs $100bn."),
                Map.entry("number(50 %)", "Take fifty percent."),
                Map.entry("number(100) BEFORE/1 days", "Elections in 100 days."),
                Map.entry("#q AND full", "A full amnesty."),
                Map.entry("PARAGRAPH(army AND vote)", "The army waits. A vote is due."),
                Map.entry("dont", "They don't."));
        finds.forEach(
                (rule, sentence) -> assertThat(matches(rule, sentence)).as(rule).isTrue());
        assertThat(matches("number(90bn..110bn usd)", "It costs 100 billion euros."))
                .isFalse();
        assertThat(matches("number(90bn..110bn usd)", "It costs USD 100 billion."))
                .isFalse();
        assertThat(matches("army AND vote", "The army waits. A vote is due.")).isFalse();
    }
}
