// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.domain.figure.Figure;

import static org.assertj.core.api.Assertions.assertThat;

class FigureAlertTest {
    private final Desk desk = new Desk();

    @Test
    void theFirstValueIsKnownTheNextContestsIt() {
        desk.hears(desk.says(600_000, "a"));
        assertThat(desk.outcomes).isEmpty();
        desk.hears(desk.says(800_000, "b"));

        assertThat(desk.told()).containsExactly("contested-figure");
        assertThat(desk.last().why()).isEqualTo("800,000 soldiers (trump says so), where 600,000 was known");
        assertThat(desk.last().evidence()).containsExactly("Sentence of b.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            524000000000 | 550000000000 | USD     | $550 billion (trump says so), where $524 billion was known
            524312000000 | 550000000000 | USD     | $550,000,000,000 (trump says so), where $524,312,000,000 was known
            1200000000000 | 900000      | EUR     | €900,000 (trump says so), where €1.2 trillion was known
            600000       | 1500000      | persons | 1.5 million persons (trump says so), where 600,000 was known
            12.5         | 20           | percent | 20 % (trump says so), where 12.5 % was known
            1            | 7            | number  | 7 (trump says so), where 1 was known
            1500000000   | 9000000000   | RUB     | 9 billion RUB (trump says so), where 1.5 billion was known""")
    void valuesAreToldInOneForm(double known, double contesting, String unit, String why) {
        desk.hears(counted(known, unit, "a")).hears(counted(contesting, unit, "b"));
        assertThat(desk.last().why()).isEqualTo(why);
    }

    private Fact counted(double value, String unit, String article) {
        return new Fact.Counted(
                List.of(new Figure("army-cap", value, unit, "as written", 0, 5, "trump")), desk.live(article));
    }

    @Test
    void eachValueOnceAndTheSecondEscalates() {
        desk.hears(desk.says(600_000, "a")).hears(desk.says(800_000, "b")).hears(desk.says(800_000, "c"));
        desk.later(Duration.ofHours(2)).hears(desk.says(803_000, "d")).hears(desk.says(1_000_000, "e"));

        assertThat(desk.told()).containsExactly("contested-figure", "contested-figure");
        assertThat(desk.last().escalates()).isEqualTo(desk.alarms.get(0).id());
        assertThat(desk.last().why()).contains("where 600,000, 800,000 were known");
    }

    @Test
    void coolsDown() {
        desk.hears(desk.says(600_000, "a")).hears(desk.says(800_000, "b")).hears(desk.says(900_000, "c"));

        assertThat(desk.outcomes).containsExactly(Outcome.FIRED, Outcome.COOLED);
    }

    @Test
    void whatAnArchiveSaysIsKnownAndNotTold() {
        desk.hears(desk.says(600_000, "a"));
        desk.hears(new Fact.Counted(List.of(Desk.figure(800_000)), desk.replayed("b")));
        desk.hears(desk.says(800_000, "c"));

        assertThat(desk.outcomes).containsExactly(Outcome.REPLAY);
    }

    @Test
    void anArticleDoesNotContestItself() {
        desk.hears(new Fact.Counted(List.of(Desk.figure(600_000), Desk.figure(900_000)), desk.live("a")));
        assertThat(desk.outcomes).isEmpty();
    }
}
