// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences dealt out for {@link Recombination}. */
final class Buckets {
    private static final int LEAD = 3;

    private Buckets() {}

    /** For any number of places: once every sentence has its place, all are used again reworded. */
    static List<List<String>> dealt(List<String> sentences, int places, Random random) {
        int size = Recombination.leastPrime(places);
        var pool = sentences.stream().filter(Rewording::tells).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(pool, random);
        int perLayer = pool.size() / size;
        if (perLayer == 0) {
            throw new IllegalStateException(pool.size() + " sentences cannot fill one bucket of " + size
                    + "; write more base texts or ask for fewer places");
        }
        int layers = (places + perLayer - 1) / perLayer;
        var rewording = Rewording.of(pool);
        return IntStream.range(0, layers)
                .mapToObj(layer -> layer == 0 ? pool : rewording.of(pool, random))
                .flatMap(layer -> IntStream.range(0, perLayer)
                        .mapToObj(bucket -> List.copyOf(layer.subList(bucket * size, (bucket + 1) * size))))
                .limit(places)
                .toList();
    }

    /**
     * The sentences of a report in one bucket, so that a text takes no more than one from any. How a report begins is left
     * out: a short entry with those very sentences would be its copy and the text's alike.
     */
    static List<List<String>> byReport(List<Report> reports, int places, Random random) {
        var buckets = new ArrayList<List<String>>();
        IntStream.range(0, places).forEach(place -> buckets.add(new ArrayList<>()));
        for (int i = 0; i < reports.size(); i++) {
            var sentences = Prose.sentences(reports.get(i).ownDraft());
            buckets.get(i % places).addAll(sentences.subList(Math.min(LEAD, sentences.size()), sentences.size()));
        }
        buckets.forEach(bucket -> Collections.shuffle(bucket, random));
        return buckets;
    }
}
