// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.alert.AlertRules;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

import static org.assertj.core.api.Assertions.assertThat;

/** The section {@code alerts:} of a dossier. */
final class AlertsSectionTest {
    private static final String HEAD =
            """
            id: quarrel
            title: A quarrel
            label: "7"
            languages: [en]
            points:
              - {id: army, title: Army, rules: {en: [army]}}
            actors: []
            """;

    private static DossierLoad load(String alerts) {
        return DossierFile.load("d.yaml", HEAD + alerts);
    }

    private static List<AlertRule> rules(String alerts) {
        return ((DossierLoad.Loaded) load(alerts)).dossier().alerts();
    }

    @Test
    void everyFieldIsRead() {
        var yaml =
                """
                alerts:
                  - {kind: surge, target: 'point:army', threshold: 3, cool-down: 12h, channel: wires}
                  - {kind: deadline-near, threshold: [48, 6]}
                """;
        assertThat(rules(yaml))
                .containsExactly(
                        new AlertRule(AlertKind.SURGE, "point:army", List.of(3.0), Duration.ofHours(12), "wires"),
                        new AlertRule(AlertKind.DEADLINE_NEAR, "*", List.of(48.0, 6.0), Duration.ZERO, "desk"));
        var again = (DossierLoad.Loaded) DossierFile.load("again.yaml", ((DossierLoad.Loaded) load(yaml)).resolved());
        assertThat(again.dossier().alerts()).isEqualTo(rules(yaml));
    }

    @Test
    void withoutItTheUsualHolds() {
        assertThat(rules("")).isEmpty();
        var usual = new AlertRules(rules(""));
        assertThat(usual.watches("point:army")).isTrue();
        assertThat(usual.watches("actor:smith")).isTrue();
        assertThat(usual.watches("pair:army|smith")).isFalse();
        assertThat(usual.watches("point:army/lang:en")).isFalse();
        assertThat(usual.of(AlertKind.NEW_DEADLINE, "plan:quarrel")).isPresent();
    }

    @Test
    void theFirstThatFitsDecides() {
        var rules = new AlertRules(
                rules(
                        """
                alerts:
                  - {kind: surge, target: 'point:army', channel: none}
                  - {kind: surge, threshold: 4}
                  - {kind: silence, target: 'point:army/*'}
                """));
        assertThat(rules.of(AlertKind.SURGE, "point:army")).isEmpty();
        assertThat(rules.of(AlertKind.SURGE, "pair:army|smith"))
                .hasValueSatisfying(r -> assertThat(r.thresholds()).containsExactly(4.0));
        assertThat(rules.watches("point:army/lang:en")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind: boom; 'boom' is no kind of alert; use one of new-deadline",
                "kind: surge, threshold: 0.5; a threshold of 0.5 makes no sense for surge; more than 1",
                "kind: surge, threshold: lots; 'lots' is no number; such as 3",
                "kind: silence, threshold: [5, 6]; silence has one threshold; keep one",
                "kind: surge, cool-down: soon; 'soon' is no length of time; write 30m",
                "kind: surge, cool-down: 400d; '400d' is no length of time; write 30m",
                "kind: surge, target: 'point:navy'; no point 'navy'; point:*",
                "kind: surge, target: 'a*b'; 'a*b' is no target; an asterisk at the end",
                "kind: surge, channel: Our Desk; 'Our Desk' is no id; small letters",
                "kind: surge, loudness: 3; unknown key; cool-down",
                "target: '*'; missing; add 'kind:'",
            })
    void mistakesAreToldWithTheirLine(String entry, String problem, String mend) {
        var refused = (DossierLoad.Refused) load("alerts:\n  - {" + entry.strip() + "}\n");
        assertThat(refused.problems()).hasSize(1);
        var told = refused.problems().get(0);
        assertThat(told.file()).isEqualTo("d.yaml");
        assertThat(told.line()).isEqualTo(9);
        assertThat(told.problem()).startsWith(problem.strip());
        assertThat(told.mend()).contains(mend.strip());
    }
}
