// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetWindowsTest {
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");
    private static final int ALL = Integer.MAX_VALUE;
    private static final Duration[] STEPS = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(50),
        Duration.ofHours(7),
        Duration.ofDays(1),
        Duration.ofDays(6),
        Duration.ofDays(20),
        Duration.ofDays(70)
    };

    private final KeptBuckets buckets = new KeptBuckets();
    private TargetWindows windows = new TargetWindows();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalAScanWhateverHappens(long seed) {
        var random = new Random(seed);
        var now = NOON;
        var compared = 0;
        for (var step = 0; step < 2_000; step++) {
            if (random.nextInt(100) == 0) {
                windows = new TargetWindows();
            }
            for (var changes = random.nextInt(4); changes > 0; changes--) {
                change(random, now);
            }
            now = moved(random, now);
            if (windows.moveTo(now, buckets, 1 + random.nextInt(300))) {
                compared++;
                assertThat(windows.figures())
                        .as("seed %d, step %d, at %s", seed, step, now)
                        .isEqualTo(buckets.scanned(now));
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private void change(Random random, Instant now) {
        if (random.nextInt(3) == 0) {
            buckets.remove(random, windows);
            return;
        }
        var depth = Duration.ofDays(new int[] {1, 3, 20, 65}[random.nextInt(4)]);
        var age = Duration.ofMinutes(random.nextLong(-20, depth.toMinutes()));
        buckets.add(Target.bucket(now.minus(age)), "o" + random.nextInt(30), 1 + random.nextInt(3), windows);
    }

    private static Instant moved(Random random, Instant now) {
        var most = STEPS[Math.min(random.nextInt(STEPS.length), random.nextInt(STEPS.length))];
        var by = Duration.ofSeconds(random.nextLong(most.toSeconds() + 1));
        return random.nextInt(20) == 0 ? now.minus(by) : now.plus(by);
    }

    @Test
    void movingOnByABucketReadsOnlyWhatCrossesAnEdge() {
        fill();
        windows.moveTo(NOON, buckets, ALL);
        buckets.read = 0;
        windows.moveTo(NOON.plus(Target.BUCKET), buckets, ALL);

        assertThat(buckets.read).isBetween(10L, 40L);
        assertThat(windows.figures()).isEqualTo(buckets.scanned(NOON.plus(Target.BUCKET)));
    }

    @Test
    void aJumpCostsNoMoreThanReadingEverything() {
        fill();
        windows.moveTo(NOON.minus(Duration.ofDays(20)), buckets, ALL);
        buckets.read = 0;
        windows.moveTo(NOON, buckets, ALL);

        assertThat(buckets.read).isLessThanOrEqualTo(56 * 96 + 1);
    }

    @Test
    void whatIsReadInSeveralGoesIsWholeInTheEnd() {
        fill();
        var goes = 1;
        while (!windows.moveTo(NOON, buckets, 1_000)) {
            goes++;
        }

        assertThat(goes).isBetween(5, 20);
        assertThat(windows.figures()).isEqualTo(buckets.scanned(NOON));
    }

    @Test
    void aTargetWithoutArticlesIsEmptyWhateverLiesBeforeAndAfter() {
        buckets.add(Target.bucket(NOON.minus(Duration.ofDays(56))), "a", 1, windows);
        buckets.add(Target.bucket(NOON.plus(Duration.ofMinutes(15))), "a", 1, windows);
        windows.moveTo(NOON, buckets, ALL);
        assertThat(windows.empty()).isTrue();

        windows.moveTo(NOON.plus(Duration.ofMinutes(15)), buckets, ALL);
        assertThat(windows.empty()).isFalse();
    }

    @Test
    void historyBeginsWithTheFirstBucketAndNotWithTheFirstLook() {
        windows.moveTo(NOON, buckets, ALL);
        buckets.add(Target.bucket(NOON.plus(Duration.ofDays(1))), "a", 1, windows);
        for (var day = 1; day <= 14; day++) {
            windows.moveTo(NOON.plus(Duration.ofDays(day)), buckets, ALL);
        }
        assertThat(windows.figures()).allSatisfy(f -> assertThat(f.baseline()).isNull());

        windows.moveTo(NOON.plus(Duration.ofDays(15)), buckets, ALL);
        assertThat(windows.figures().get(0).baseline()).isNotNull();
    }

    private void fill() {
        for (var age = 0; age < 60 * 96; age++) {
            buckets.add(Target.bucket(NOON).minus(Target.BUCKET.multipliedBy(age)), "o" + age % 7, 1, windows);
        }
    }
}
