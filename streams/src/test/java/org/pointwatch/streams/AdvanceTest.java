// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pointwatch.streams.Advance.Position;

import static org.assertj.core.api.Assertions.assertThat;

class AdvanceTest {
    private static final Map<String, Position> NONE = Map.of();

    private final Advance advance = new Advance(0);

    private static Map<String, Position> task(long committed, long end) {
        return Map.of("0_1", new Position(Map.of("articles-1", committed), Map.of("articles-1", end)));
    }

    private void look(boolean running, Map<String, Position> tasks, long restored, int second) {
        advance.look(running, tasks, restored, TimeUnit.SECONDS.toNanos(second));
    }

    @Test
    void hasNotBegunBeforeItRunsOrRestores() {
        look(false, NONE, 0, 1);
        assertThat(advance.advancing()).isFalse();

        look(false, NONE, 100, 2);
        assertThat(advance.advancing()).isTrue();
    }

    @Test
    void isWellAtTheEndOfItsInputsForHoweverLong() {
        look(true, task(7, 7), 0, 1);
        look(true, task(7, 7), 0, 1_000);
        assertThat(advance.advancing()).isTrue();
        assertThat(advance.stalled()).isZero();
    }

    @Test
    void isWellWithoutTasks() {
        look(true, NONE, 0, 1);
        look(true, NONE, 0, 1_000);
        assertThat(advance.advancing()).isTrue();
    }

    @Test
    void isStalledWhenATaskStandsStillBeforeItsEnd() {
        look(true, task(5, 7), 0, 1);
        look(true, task(5, 8), 0, 31);
        assertThat(advance.advancing()).isTrue();

        look(true, task(5, 9), 0, 32);
        assertThat(advance.advancing()).isFalse();
        assertThat(advance.stalled()).isEqualTo(Duration.ofSeconds(31));

        look(true, task(6, 9), 0, 33);
        assertThat(advance.advancing()).isTrue();
    }

    @Test
    void oneTaskThatStandsStillIsEnough() {
        var end = Map.of("a", 9L);
        var tasks = Map.of("0_0", new Position(Map.of("a", 9L), end), "0_1", new Position(Map.of(), end));
        look(true, tasks, 0, 1);
        look(true, tasks, 0, 40);
        assertThat(advance.advancing()).isFalse();
    }

    @Test
    void aRestoreThatMovesIsAnAdvanceAndOneThatHangsIsNot() {
        look(true, NONE, 0, 1);
        look(false, NONE, 100, 20);
        look(false, NONE, 200, 50);
        assertThat(advance.advancing()).isTrue();

        look(false, NONE, 200, 81);
        assertThat(advance.advancing()).isFalse();
    }

    @Test
    void aTaskThatWentElsewhereIsNotMissed() {
        look(true, task(5, 9), 0, 1);
        look(true, NONE, 0, 40);
        look(true, task(5, 9), 0, 41);
        assertThat(advance.advancing()).isTrue();
    }
}
