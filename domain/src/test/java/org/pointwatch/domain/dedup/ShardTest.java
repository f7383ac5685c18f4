// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a shard tells is a function of the set of its documents.
 *
 * <p>Left out are worlds in which one of three things happens that the shard does not answer exactly:
 *
 * <ul>
 *   <li>More documents with one text than {@link Caps#sameText} lie before another one, and only some of them are worth
 *       telling: they are of outlets whose boilerplate differs, of days on which other hashes are hot, or some are of the
 *       later document's own outlet, to which nothing is told of mere names. Which of them are told depends on the order.
 *   <li>Documents are removed where an outlet's boilerplate lies partly on days on which it is hot for all.
 *   <li>A document that made a hash silent is removed: what is silent stays so.
 * </ul>
 */
final class ShardTest {
    private static final int WORLDS = 40;

    static List<Caps> caps() {
        return List.of(
                Caps.USUAL,
                new Caps(3, 2, 4, 2),
                new Caps(2, 1, 8, 2),
                new Caps(24, 4, 1_000, 1),
                new Caps(24, 4, 3, 1_000),
                new Caps(1_000, 1_000, 1_000, 1_000));
    }

    @ParameterizedTest
    @MethodSource("caps")
    void tellsTheSameInAnyOrder(Caps caps) {
        var seen = new int[3];
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var world = ShardWorld.of(random, caps, 2 + random.nextInt(20));
            var oracle = new ShardOracle(caps, world.probes());
            var expected = oracle.matches();
            if (oracle.capDecides()) {
                seen[2]++;
                continue;
            }
            for (var order = 0; order < 4; order++) {
                var fold = new ShardFold(caps, world.shard());
                shuffled(world.probes(), random).forEach(fold::add);
                assertThat(fold.told())
                        .as("told, seed %d, order %d", seed, order)
                        .isEqualTo(expected);
                assertThat(fold.asked())
                        .as("asked, seed %d, order %d", seed, order)
                        .isEqualTo(expected);
                seen[0] += fold.silent() > 0 ? 1 : 0;
            }
            seen[1] += expected.size();
        }
        assertThat(seen[0] > WORLDS / 4)
                .as("worlds with something silent")
                .isEqualTo(caps.boilerplate() < 1_000 || caps.holders() < 1_000);
        assertThat(seen[1]).as("documents with matches").isGreaterThan(WORLDS / 2);
        assertThat(seen[2]).as("worlds left out").isLessThan(WORLDS / 3);
    }

    @ParameterizedTest
    @MethodSource("caps")
    void knowsTheSameAfterARestart(Caps caps) {
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var world = ShardWorld.of(random, caps, 2 + random.nextInt(20));
            var oracle = new ShardOracle(caps, world.probes());
            if (oracle.capDecides()) {
                continue;
            }
            var expected = oracle.matches();
            var restarted = new ShardFold(caps, world.shard());
            var some = random.nextInt(world.probes().size());
            var probes = shuffled(world.probes(), random);
            probes.subList(0, some).forEach(restarted::add);
            restarted.restart();
            probes.subList(some, probes.size()).forEach(restarted::add);
            assertThat(restarted.told()).as("told, seed %d", seed).isEqualTo(expected);

            var restored = new ShardFold(caps, world.shard());
            shuffled(world.probes(), random).forEach(restored::restore);
            assertThat(restored.asked()).as("asked, seed %d", seed).isEqualTo(expected);
            assertThat(restored.settled()).as("settled, seed %d", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("caps")
    void followsWhatIsRemovedAndWhatMoves(Caps caps) {
        var left = 0;
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var world = ShardWorld.of(random, caps, 2 + random.nextInt(16));
            var changes = changes(world, random);
            var is = new ShardOracle(caps, List.copyOf(changes.is().values()));
            var ever = new HashSet<>(world.probes());
            ever.addAll(changes.moved());
            var silentEver = new ShardOracle(caps, List.copyOf(ever)).silences();
            if (is.capDecides() || is.hotInPart() || !silentEver.equals(is.silences())) {
                continue;
            }
            left++;
            var fold = new ShardFold(caps, world.shard());
            changes.all().forEach(change -> change.accept(fold));
            assertThat(fold.told()).as("told, seed %d", seed).isEqualTo(is.matches());
            assertThat(fold.asked()).as("asked, seed %d", seed).isEqualTo(is.matches());
        }
        assertThat(left).as("worlds").isGreaterThan(WORLDS / 10);
    }

    /** What happens to a shard, and what is there in the end. */
    private record Changes(List<Consumer<ShardFold>> all, List<Probe> moved, Map<String, Probe> is) {}

    private static Changes changes(ShardWorld world, Random random) {
        var all = new ArrayList<Consumer<ShardFold>>();
        var moved = new ArrayList<Probe>();
        var is = new TreeMap<String, Probe>();
        for (var probe : shuffled(world.probes(), random)) {
            all.add(fold -> fold.add(probe));
            is.put(ShardFold.key(probe.document()), probe);
            if (random.nextInt(4) == 0) {
                var some = List.copyOf(is.values()).get(random.nextInt(is.size()));
                var article = some.document().article();
                var to = some.document().time().minus(Duration.ofHours(random.nextInt(24 * 9)));
                var gone = random.nextInt(3) == 0;
                for (var old : List.copyOf(is.values())) {
                    if (old.document().article().equals(article)) {
                        all.add(fold -> fold.remove(old));
                        is.remove(ShardFold.key(old.document()));
                        if (!gone) {
                            var at = old.at(to);
                            all.add(fold -> fold.add(at));
                            moved.add(at);
                            is.put(ShardFold.key(at.document()), at);
                        }
                    }
                }
            }
        }
        return new Changes(all, moved, is);
    }

    private static List<Probe> shuffled(List<Probe> probes, Random random) {
        var shuffled = new ArrayList<>(probes);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
