// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.domain.alert.Desk.deadline;

class DeadlineAlertTest {
    private final Desk desk = new Desk();

    @Test
    void aNewDeadlineIsToldOnceWithItsSentence() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-27", "repeated", desk.live("b")));

        assertThat(desk.told()).containsExactly("new-deadline");
        var alarm = desk.last();
        assertThat(alarm.why())
                .isEqualTo("new deadline 2025-11-27 for ukraine (in 5 days 10 hours), set by trump; 3 stories");
        assertThat(alarm.evidence()).containsExactly("Sentence of a.");
        assertThat(alarm.story()).isEqualTo("a");
        assertThat(alarm.escalates()).isNull();
    }

    @Test
    void eachChangeEscalatesTheOneBefore() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-30", "moved", desk.live("b")));
        desk.hears(deadline("d1", "2025-11-30", "softened", desk.live("c")));
        desk.hears(deadline("d1", "2025-11-30", "denied", desk.live("d")));

        assertThat(desk.told())
                .containsExactly("new-deadline", "deadline-moved", "deadline-softened", "deadline-denied");
        for (var i = 1; i < 4; i++) {
            assertThat(desk.alarms.get(i).escalates())
                    .isEqualTo(desk.alarms.get(i - 1).id());
        }
        assertThat(desk.alarms.get(1).why()).startsWith("deadline for ukraine moved from 2025-11-27 to 2025-11-30 (in");
    }

    @Test
    void whatIsTakenBackAndSaidAgainIsToldOnce() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-27", "softened", desk.live("b")));
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-27", "softened", desk.live("b")));

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-softened");
        assertThat(desk.outcomes).containsExactly(Outcome.FIRED, Outcome.FIRED, Outcome.REPEATED);
    }

    @Test
    void anEarlierReportThatGivesItAnotherIdTellsNothingAgain() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d0", "2025-11-27", "set", desk.live("earlier")));
        desk.hears(deadline("d1", "2025-11-27", "merged", "d0", desk.live("a")));
        desk.hears(deadline("d0", "2025-11-27", "denied", desk.live("b")));

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-denied");
        assertThat(desk.last().escalates()).isEqualTo(desk.alarms.get(0).id());
    }

    @Test
    void mergedBeforeItsSuccessorIsHeardOf() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-27", "merged", "d0", desk.live("a")));
        desk.hears(deadline("d0", "2025-11-27", "set", desk.live("earlier")));

        assertThat(desk.told()).containsExactly("new-deadline");
    }

    @Test
    void aMergedOrDeniedDeadlineComesNearToNobody() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d2", "2025-11-28", "set", desk.live("b")));
        desk.hears(deadline("d1", "2025-11-27", "denied", desk.live("c")));
        desk.hears(deadline("d2", "2025-11-28", "merged", "d1", desk.live("d")));
        desk.later(Duration.ofDays(5)).later(Duration.ofHours(9));

        assertThat(desk.told()).containsExactly("new-deadline", "new-deadline", "deadline-denied");
    }

    @Test
    void itComesNearThreeTimes() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        for (var hour = 0; hour < 140; hour++) {
            desk.later(Duration.ofHours(1));
        }

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-near", "deadline-near", "deadline-near");
        assertThat(desk.alarms.stream().skip(1).map(Alarm::why).toList())
                .containsExactly(
                        "deadline 2025-11-27 for ukraine: 3 days left (threshold 72 hours)",
                        "deadline 2025-11-27 for ukraine: 1 day left (threshold 24 hours)",
                        "deadline 2025-11-27 for ukraine: 3 hours left (threshold 3 hours)");
        assertThat(desk.last().escalates()).isEqualTo(desk.alarms.get(2).id());
    }

    @Test
    void ofSeveralThresholdsAtOnceOnlyTheNearest() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.later(Duration.ofHours(120));

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-near");
        assertThat(desk.last().why()).contains("10 hours left (threshold 24 hours)");
    }

    @Test
    void howNearItIsWhenItIsNewIsSaidThen() {
        desk.hears(deadline("d1", "2025-11-23", "set", desk.live("a")));
        desk.later(Duration.ofMinutes(1));
        assertThat(desk.told()).containsExactly("new-deadline");

        desk.later(Duration.ofHours(32));
        assertThat(desk.told()).containsExactly("new-deadline", "deadline-near");
    }

    @Test
    void aMovedDeadlineComesNearAgain() {
        desk.hears(deadline("d1", "2025-11-24", "set", desk.live("a")));
        desk.hears(deadline("d1", "2025-11-30", "moved", desk.live("b")));
        desk.later(Duration.ofDays(6));

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-moved", "deadline-near");
        assertThat(desk.last().why()).contains("2025-11-30");
    }

    @Test
    void timeTurnsItToPassed() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.later(Duration.ofDays(6));
        desk.hears(deadline("d1", "2025-11-27", "passed", desk.from("a", desk.now.minusSeconds(7_200))));

        assertThat(desk.told()).endsWith("deadline-passed");
        assertThat(desk.last().why()).isEqualTo("deadline 2025-11-27 for ukraine has passed; 3 stories");
    }

    @Test
    void anArchiveTellsNothing() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.replayed("a")));
        desk.later(Duration.ofDays(3));
        assertThat(desk.alarms).isEmpty();
        assertThat(desk.outcomes).containsExactly(Outcome.REPLAY, Outcome.REPLAY);

        desk.hears(deadline("d1", "2025-11-27", "repeated", desk.live("b")));
        desk.hears(deadline("d1", "2025-11-29", "moved", desk.live("c")));
        assertThat(desk.told()).containsExactly("deadline-moved");
        assertThat(desk.last().escalates()).isNull();
    }

    @Test
    void whatIsOldIsNoNewsButStillComesNear() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.from("a", desk.now.minus(Duration.ofHours(25)))));
        assertThat(desk.outcomes).containsExactly(Outcome.STALE);

        desk.later(Duration.ofDays(5));
        assertThat(desk.told()).containsExactly("deadline-near");
    }

    @Test
    void anotherDayOutOfTheSameStoryEscalates() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        desk.hears(deadline("d2", "2025-11-28", "set", desk.live("a")));
        desk.hears(deadline("d3", "2025-11-30", "set", desk.live("other")));

        assertThat(desk.told()).containsExactly("new-deadline", "new-deadline", "new-deadline");
        assertThat(desk.alarms.get(1).escalates()).isEqualTo(desk.alarms.get(0).id());
        assertThat(desk.alarms.get(2).escalates()).isNull();
    }

    @Test
    void thresholdAndChannelAreTheDossiers() {
        var strict = new Desk(
                new AlertRule(AlertKind.NEW_DEADLINE, "point:*", List.of(4.0), Duration.ZERO, "desk"),
                new AlertRule(AlertKind.DEADLINE_DENIED, "*", List.of(1.0), Duration.ZERO, AlertRule.NONE));
        strict.hears(deadline("d1", "2025-11-27", "set", strict.live("a")));
        assertThat(strict.outcomes).isEmpty();
        strict.hears(deadline("d1", "2025-11-27", "denied", strict.live("b")));
        assertThat(strict.outcomes).containsExactly(Outcome.UNWANTED);
    }

    @Test
    void coolsDownIfTheDossierSaysSo() {
        var calm = new Desk(new AlertRule(AlertKind.NEW_DEADLINE, "*", List.of(1.0), Duration.ofHours(2), "desk"));
        calm.hears(deadline("d1", "2025-11-27", "set", calm.live("a")));
        calm.hears(deadline("d2", "2025-11-28", "set", calm.live("b")));
        calm.later(Duration.ofHours(2));
        calm.hears(deadline("d3", "2025-11-29", "set", calm.live("c")));

        assertThat(calm.outcomes).containsExactly(Outcome.FIRED, Outcome.COOLED, Outcome.FIRED);
    }

    @Test
    void aWeekDoesNotEndAtAnHour() {
        var source = desk.live("a");
        var over = Desk.NOON.plus(Duration.ofDays(6));
        desk.hears(new Fact.Deadline("d1", null, null, "2025-11-28", over, "week", "set", null, 1, source));
        desk.later(Duration.ofHours(125)).later(Duration.ofHours(17));

        assertThat(desk.told()).containsExactly("new-deadline", "deadline-near");
    }

    @Test
    void theSameFactHasTheSameIdWhereverItIsWorkedOut() {
        desk.hears(deadline("d1", "2025-11-27", "set", desk.live("a")));
        var other = new Desk();
        other.later(Duration.ofHours(3));
        other.hears(deadline("d9", "2025-11-27", "repeated", other.live("b")));

        assertThat(other.last().id()).isEqualTo(desk.last().id());
    }
}
