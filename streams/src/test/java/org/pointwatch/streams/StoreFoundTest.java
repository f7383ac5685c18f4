// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;

import static org.assertj.core.api.Assertions.assertThat;

final class StoreFoundTest {
    private static final Share SHARE = new Share(20, 31, 33);
    private static final Comparator<Match> IN_ORDER =
            Comparator.comparing(Match::time).thenComparing(Match::article).thenComparing(Match::revision);

    private final List<SimulationBroker.Change> changes = new ArrayList<>();
    private final StoreFound found = new StoreFound(store());

    @Test
    void whatWasWrittenLastIsReadWhateverStoodThereBefore() {
        var random = new Random(7);
        var before = List.<Matches>of();
        found.write("b", before, lists("b", random));
        var neighbour = found.of("b");
        for (var i = 0; i < 300; i++) {
            var after = lists("a", random);
            found.write("a", before, after);
            assertThat(found.of("a")).isEqualTo(after);
            before = after;
        }
        assertThat(found.of("b")).isEqualTo(neighbour);
        var kept = before.stream().mapToInt(m -> m.earlier().size()).sum();
        assertThat(found.forget("a")).isEqualTo(kept);
        assertThat(found.of("a")).isEmpty();
    }

    @Test
    void oneMoreMatchIsOneMoreWrite() {
        var all = new ArrayList<Match>();
        var before = List.<Matches>of();
        for (var i = 0; i < 40; i++) {
            all.add(match(new Random(i), i));
            all.sort(IN_ORDER);
            var after = List.of(new Matches("a", "r1", 0, true, List.copyOf(all)));
            changes.clear();
            found.write("a", before, after);
            assertThat(changes).hasSize(1);
            before = after;
        }
    }

    private static List<Matches> lists(String article, Random random) {
        var all = new ArrayList<Matches>();
        for (var revision : List.of("r1", "r2")) {
            for (var shard = 0; shard < 2; shard++) {
                var list = new ArrayList<Match>();
                for (var i = 0; i < 6; i++) {
                    if (random.nextBoolean()) {
                        list.add(match(random, i));
                    }
                }
                list.sort(IN_ORDER);
                if (!list.isEmpty()) {
                    all.add(new Matches(article, revision, shard, true, List.copyOf(list)));
                }
            }
        }
        return all;
    }

    /** Before 1970 and after it, and some that claim another time than before. */
    private static Match match(Random random, int number) {
        var time = Instant.ofEpochMilli(random.nextInt(3) * 1_000_000_000_000L - 1_000_000_000_000L);
        var numbers = new Comparison(true, 70, 400, 100, new Overlap(1, SHARE, SHARE, SHARE, 1, SHARE, SHARE));
        return new Match("0f" + number, "e" + number, time, "p.example", random.nextInt(3), numbers);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the serdes say what it holds
    private KeyValueStore<String, Match> store() {
        var serdes = new SimulationBlueprint.StoreSerdes((Serde) Serdes.String(), (Serde) StorySerdes.match());
        var calm = new SimulationFaults(new Random(1), 0, 1);
        return (KeyValueStore) new SimulationStore(RelateStories.FOUND, serdes, new TreeMap<>(), calm, changes::add);
    }
}
