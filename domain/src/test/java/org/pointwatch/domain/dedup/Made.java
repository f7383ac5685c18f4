// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Documents of texts, and texts of made-up words. */
final class Made {
    static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private Made() {}

    /** Words as skewed as those of a language: the first of the vocabulary are everywhere. */
    static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (int) (3000 * Math.pow(random.nextDouble(), 2)))
                .toList();
    }

    static String text(List<String> words) {
        return String.join(" ", words);
    }

    /** A text as an outlet publishes it. */
    record Page(String outlet, String title, String text) {
        Sketch sketch() {
            return Sketcher.sketch(title, text);
        }

        Document document(String article, Instant time) {
            return Document.of(article, "r", time, time, outlet, sketch());
        }

        List<Probe> probes(String article, Instant time) {
            return Probe.of(document(article, time), sketch(), false);
        }
    }

    /** How the later of two pages is judged where there are no others, the way it goes in production: shard by shard. */
    static CopyVerdict judge(Page earlier, Page later) {
        var found = new ArrayList<Comparison>();
        for (var shard = 0; shard < Probe.SHARDS; shard++) {
            var fold = new ShardFold(Caps.USUAL, shard);
            fold.add(earlier.probes("a", NOON).get(shard));
            fold.add(later.probes("b", NOON.plus(Duration.ofHours(2))).get(shard));
            fold.told().values().forEach(matches -> matches.forEach(m -> found.add(m.numbers())));
        }
        return found.stream()
                .reduce(Comparison::plus)
                .map(CopyRule::judge)
                .orElseGet(() -> new CopyVerdict.Distinct(CopyVerdict.Reason.LITTLE_SHARED, nothing(earlier, later)));
    }

    private static Comparison nothing(Page earlier, Page later) {
        return Comparison.of(later.document("b", NOON), earlier.document("a", NOON), Overlap.NONE);
    }
}
