// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForgetOutletsTest {
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final Instant IN_62_DAYS = NOON.plus(Duration.ofDays(62));
    private static final int KEYS = 3;

    private final CountingRoom room = new CountingRoom(NOON);
    private final ForgetOutlets forget = new ForgetOutlets(room.counts, room.outlets, KEYS);

    @Test
    void outletsAreDroppedAFewAtATimeAndTheirNumberStays() {
        for (var i = 0; i < 8; i++) {
            room.add("all", NOON, "o" + i, 1);
        }
        room.add("point:x", NOON, "a", 1);
        for (var look = 1; look <= 8; look++) {
            var before = room.outlets.approximateNumEntries();
            forget.look(IN_62_DAYS.toEpochMilli(), IN_62_DAYS.toEpochMilli());
            assertThat(before - room.outlets.approximateNumEntries()).isBetween(0L, (long) KEYS);
        }

        assertThat(room.outlets.approximateNumEntries()).isZero();
        var kept = room.counts.get("all@2025-11-22T12:00:00Z");
        assertThat(kept.outlets()).isEqualTo(8);
        assertThat(kept.frozen()).isTrue();
    }

    @Test
    void whatWasTouchedLatelyAndWhatWindowsReachIsLeftAlone() {
        room.add("all", NOON.minus(Duration.ofDays(400)), "a", 1);
        forget.look(NOON.toEpochMilli(), NOON.toEpochMilli());
        assertThat(room.outlets.approximateNumEntries()).isEqualTo(1);

        room.add("all", NOON, "a", 1);
        forget.look(NOON.toEpochMilli(), IN_62_DAYS.toEpochMilli());
        assertThat(room.outlets.approximateNumEntries()).isEqualTo(1);
        assertThat(room.counts.get("all@2025-11-22T12:00:00Z").frozen()).isFalse();
    }

    @Test
    void itComesRoundToEveryTarget() {
        for (var name : new String[] {"a", "a-b", "b", "z"}) {
            room.add("point:" + name, NOON, "o", 1);
            room.add("point:" + name, IN_62_DAYS, "o", 1);
        }
        for (var look = 0; look < 6; look++) {
            forget.look(IN_62_DAYS.toEpochMilli(), IN_62_DAYS.toEpochMilli());
        }
        assertThat(room.outlets.approximateNumEntries()).isEqualTo(4);
    }

    @Test
    void aFrozenBucketGoesOnCountingAllButOutlets() {
        room.add("all", NOON, "a", 1);
        room.add("all", NOON, "b", 1);
        room.now = IN_62_DAYS;
        room.look();
        room.add("all", NOON, "c", 2);
        room.add("all", NOON, "a", -1);

        assertThat(room.coverage.get("all@2025-11-22T12:00:00Z"))
                .satisfies(c -> assertThat(c.articles()).isEqualTo(3))
                .satisfies(c -> assertThat(c.outlets()).isEqualTo(2));
        assertThat(room.meters.counter("pointwatch_outlets_frozen_total").count())
                .isEqualTo(2);
    }

    @Test
    void aFrozenBucketThatLostItsArticlesBeginsAnew() {
        for (var i = 0; i < 8; i++) {
            room.add("all", NOON, "o" + i, 1);
        }
        forget.look(IN_62_DAYS.toEpochMilli(), IN_62_DAYS.toEpochMilli());
        assertThat(room.outlets.approximateNumEntries()).isEqualTo(5);
        for (var i = 0; i < 8; i++) {
            room.add("all", NOON, "o" + i, -1);
        }
        assertThat(room.coverage).isEmpty();
        assertThat(room.outlets.approximateNumEntries()).isZero();

        room.add("all", NOON, "o7", 1);
        assertThat(room.coverage.get("all@2025-11-22T12:00:00Z").outlets()).isEqualTo(1);
    }
}
