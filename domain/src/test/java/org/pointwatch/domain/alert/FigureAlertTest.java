// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
