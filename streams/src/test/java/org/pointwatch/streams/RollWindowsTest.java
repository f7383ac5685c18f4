// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Rolling;

import static org.assertj.core.api.Assertions.assertThat;

class RollWindowsTest {
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final List<String> TARGETS = List.of(Target.ALL, Target.point("a"), Target.point("a-b"));

    private final CountingRoom room = new CountingRoom(NOON);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysTheSameAsAScanAndTheSameWithRestartsAsWithout(long seed) {
        var random = new Random(seed);
        var restarting = new CountingRoom(NOON);
        for (var step = 0; step < 400; step++) {
            if (random.nextInt(5) == 0) {
                restarting.restart();
            }
            change(random, restarting);
            moveOn(random, restarting);
            room.look();
            restarting.look();
            assertThat(restarting.published).as("seed %d, step %d", seed, step).isEqualTo(room.published);
            assertThatPublishedIsScanned("seed " + seed + ", step " + step);
        }
        assertThat(restarting.rolling).isEqualTo(room.rolling);
    }

    private void change(Random random, CountingRoom other) {
        var target = TARGETS.get(random.nextInt(TARGETS.size()));
        var depth = Duration.ofDays(new int[] {1, 3, 30, 100}[random.nextInt(4)]);
        var time = room.now.minus(Duration.ofMinutes(random.nextLong(-20, depth.toMinutes())));
        change(other, target, time, "o" + random.nextInt(5), 1 + random.nextInt(3));
        if (random.nextBoolean()) {
            takeBack(random, other);
        }
    }

    /** All articles, or one, of an outlet in a bucket that a window may reach. */
    private void takeBack(Random random, CountingRoom other) {
        var lately = room.keys().stream()
                .filter(key -> room.bucket(key).isAfter(room.now.minus(Duration.ofDays(60))))
                .toList();
        if (!lately.isEmpty()) {
            var key = lately.get(random.nextInt(lately.size()));
            var there = room.outlets.get(key);
            change(
                    other,
                    key.substring(0, key.indexOf('@')),
                    room.bucket(key),
                    key.substring(key.indexOf(CountTargets.GAP) + 1),
                    random.nextBoolean() ? -there : -1);
        }
    }

    private void change(CountingRoom other, String target, Instant time, String outlet, long articles) {
        room.add(target, time, outlet, articles);
        other.add(target, time, outlet, articles);
    }

    private void moveOn(Random random, CountingRoom other) {
        var most =
                new Duration[] {Duration.ofSeconds(40), Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(80)};
        var by = Duration.ofSeconds(
                random.nextLong(most[Math.min(random.nextInt(4), random.nextInt(8))].toSeconds() + 1));
        room.now = random.nextInt(50) == 0 ? room.now.minus(by) : room.now.plus(by);
        other.now = room.now;
    }

    private void assertThatPublishedIsScanned(String when) {
        var scanned = new ScannedWindows(room.counts, room.outlets);
        for (var target : TARGETS) {
            var sums = scanned.of(target, room.now);
            room.rolling.values().stream()
                    .filter(r -> r.target().equals(target) && published(r))
                    .forEach(r -> {
                        var sum = sums.get(r.window());
                        assertThat(r.counts()).as("%s, %s", r.window(), when).isEqualTo(sum.current());
                        assertThat(r.previous()).as("%s, %s", r.window(), when).isEqualTo(sum.previous());
                    });
        }
    }

    private boolean published(Rolling r) {
        return room.published.contains(r.target() + "@" + r.window() + " " + r);
    }

    @Test
    void onlyWhatMayHaveChangedIsPublishedAndEverythingAtANewBucket() {
        room.add(Target.ALL, NOON, "a", 1);
        room.add(Target.ALL, NOON.minus(Duration.ofDays(3)), "a", 1);
        room.look();
        assertThat(windows()).containsExactly("1h", "6h", "24h", "7d", "28d");

        after(Duration.ofMinutes(1));
        assertThat(windows()).isEmpty();

        room.add(Target.ALL, NOON.minus(Duration.ofDays(3)), "b", 1);
        after(Duration.ofMinutes(1));
        assertThat(windows()).containsExactly("7d", "28d");

        after(Duration.ofMinutes(13));
        assertThat(windows()).containsExactly("1h", "6h", "24h", "7d", "28d");
    }

    @Test
    void aTargetIsPublishedOnceAMinuteAtMostEvenAcrossABucket() {
        room.now = NOON.plus(Duration.ofMinutes(14)).plusSeconds(30);
        room.add(Target.ALL, room.now, "a", 1);
        room.look();
        room.add(Target.ALL, room.now, "a", 1);
        after(Duration.ofSeconds(59));
        assertThat(windows()).isEmpty();

        after(Duration.ofSeconds(1));
        assertThat(windows()).hasSize(5);
        assertThat(room.rolling.get("all@1h").counts().articles()).isEqualTo(2);
    }

    @Test
    void emptyWindowsAreTakenBackOnceAndSilenceFollows() {
        room.add(Target.ALL, NOON, "a", 1);
        room.look();
        after(Duration.ofDays(57));
        assertThat(room.published).hasSize(5).allSatisfy(p -> assertThat(p).endsWith("null"));

        room.add(Target.ALL, NOON, "b", 1);
        after(Duration.ofMinutes(20));
        assertThat(room.published).isEmpty();
        assertThat(room.rolling).isEmpty();
    }

    @Test
    void whatWasNeverPublishedIsNotTakenBack() {
        room.add(Target.ALL, NOON, "a", 1);
        room.add(Target.ALL, NOON, "a", -1);
        room.look();
        assertThat(room.published).isEmpty();
    }

    @Test
    void anArticleOfTheNextBucketIsNotForgotten() {
        room.add(Target.ALL, NOON.plus(Duration.ofMinutes(15)), "a", 1);
        room.look();
        assertThat(room.published).isEmpty();

        room.restart();
        after(Duration.ofMinutes(15));
        assertThat(room.rolling.get("all@1h").counts().articles()).isEqualTo(1);
    }

    @Test
    void whereHistoryBeginsMattersToEveryWindow() {
        room.add(Target.ALL, NOON, "a", 1);
        room.look();
        assertThat(room.rolling.get("all@1h").baseline()).isNull();

        room.add(Target.ALL, NOON.minus(Duration.ofDays(20)), "a", 1);
        after(Duration.ofMinutes(1));
        assertThat(room.rolling.get("all@1h").baseline()).isZero();
    }

    @Test
    void aClockThatWasSetBackIsFollowed() {
        room.add(Target.ALL, NOON.minus(Duration.ofHours(3)), "a", 1);
        room.look();
        after(Duration.ofHours(-3));
        assertThat(room.rolling.get("all@1h").counts().articles()).isEqualTo(1);
    }

    @Test
    void theLongestWaitingIsFirst() {
        for (var i = 0; i < 3_000; i++) {
            room.add(Target.point("p" + i), NOON, "a", 1);
        }
        for (var looks = 0; looks < 2; looks++) {
            room.look();
        }
        assertThat(room.rolling).hasSize(3_000 * 5);

        room.now = NOON.plus(Duration.ofHours(1));
        room.look();
        var first = List.copyOf(room.published);
        room.now = NOON.plus(Duration.ofHours(2));
        room.look();
        assertThat(first).isNotEmpty();
        assertThat(room.rolling.values()).noneMatch(r -> r.asOf().equals(NOON));
    }

    private void after(Duration time) {
        room.now = room.now.plus(time);
        room.look();
    }

    private List<String> windows() {
        return room.published.stream()
                .map(p -> p.substring(p.indexOf('@') + 1, p.indexOf(' ')))
                .toList();
    }
}
