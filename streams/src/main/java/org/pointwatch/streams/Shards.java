// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Sketch;

/** Deals a sketch's hashes to a fixed number of logical shards, whatever the number of partitions. */
final class Shards {
    /** Internal records an article costs; raising it spreads the load, and changes where hashes live. */
    static final int COUNT = 4;

    private Shards() {}

    /** All of a document's hashes that one shard holds. */
    record Probe(String shard, Document document, long[] hashes) {}

    static Stream<Probe> probes(Document document, Sketch sketch) {
        return IntStream.range(0, COUNT)
                .mapToObj(shard -> new Probe("shard-" + shard, document, of(sketch, shard)))
                .filter(probe -> probe.hashes().length > 0);
    }

    private static long[] of(Sketch sketch, int shard) {
        return Arrays.stream(sketch.hashes())
                .filter(hash -> (hash & (COUNT - 1)) == shard)
                .toArray();
    }
}
