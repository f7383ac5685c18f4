// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent to cause work. */
final class FloodTest {
    private static final int MANY = 50_000;

    @Test
    void letsEachOfManyIdenticalTextsKnowTheFirstFew() {
        var text = Made.text(Made.words(new Random(1), 300));
        var sketch = Sketcher.sketch("A press release of interest to nobody", text);
        var random = new Random(2);
        var ids = random.ints(0, Integer.MAX_VALUE)
                .distinct()
                .limit(MANY)
                .mapToObj(Integer::toHexString)
                .toList();
        var fold = new ShardFold(Caps.USUAL, 0);
        for (var i = 0; i < MANY; i++) {
            var document = Document.of(ids.get(i), "r", Made.NOON, Made.NOON, "outlet-" + i % 3_000, sketch);
            fold.add(Probe.of(0, document, sketch, false));
        }
        var first = ids.stream().sorted().limit(4).toList();
        assertThat(fold.told()).hasSize(MANY - 1);
        fold.told().forEach((id, matches) -> {
            var earlier =
                    first.stream().filter(f -> (f + "/r").compareTo(id) < 0).toList();
            assertThat(matches).extracting(Match::article).isEqualTo(earlier);
        });
        assertThat(fold.lookups()).as("probes looked up").isLessThan(20L * MANY);
    }

    @Test
    void silencesWhatManyTextsOfOneDayHold() {
        var caps = new Caps(24, 4, 50, 1_000);
        var common = Sketcher.sketch("", Made.text(Made.words(new Random(3), 300)));
        var fold = new ShardFold(caps, 0);
        var bystander = Sketcher.sketch("", Made.text(Made.words(new Random(4), 300)));
        var random = new Random(5);
        for (var i = 0; i < 1_000; i++) {
            var hostile = colliding(common, random);
            fold.add(Probe.of(0, document("hostile-" + i, hostile), hostile, false));
            if (i % 400 == 100) {
                fold.add(Probe.of(0, document("z-bystander-" + i, bystander), bystander, false));
            }
        }
        assertThat(fold.silent()).as("hashes the hostile texts share").isBetween(20, 40);
        assertThat(fold.told().get("z-bystander-900/r"))
                .extracting(Match::article)
                .containsExactly("z-bystander-100", "z-bystander-500");
        assertThat(fold.told().keySet()).allMatch(id -> id.startsWith("z-bystander"));
        assertThat(fold.lookups()).as("probes looked up").isLessThan(1_000L * 4 * caps.holders());
    }

    private static Document document(String article, Sketch sketch) {
        return Document.of(article, "r", Made.NOON, Made.NOON, article + ".example", sketch);
    }

    /** The same body, and a hash of its own. */
    private static Sketch colliding(Sketch common, Random random) {
        var body = IntStream.concat(IntStream.of(common.body()), IntStream.of(random.nextInt(1 << 20) << 2))
                .sorted()
                .distinct()
                .toArray();
        return new Sketch(body, new int[0], new int[0], 300, new short[0], 0, random.nextInt());
    }
}
