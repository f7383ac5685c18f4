// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.pointwatch.bench.match.Arrivals.Sketched;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;

/** All logical shards in one process; their documents are kept as bytes and decoded whenever one is looked up. */
final class KeptShards {
    private static final int AT_A_TIME = 2_000;

    private final List<Map<String, byte[]>> kept = new ArrayList<>();
    private final List<Shard> indexes = new ArrayList<>();
    private final long[] looked = new long[Probe.SHARDS];
    private long filled;

    KeptShards() {
        for (var shard = 0; shard < Probe.SHARDS; shard++) {
            var number = shard;
            kept.add(new HashMap<>());
            indexes.add(new Shard(shard, Caps.USUAL, name -> look(number, name)));
        }
    }

    private Probe look(int shard, String name) {
        looked[shard]++;
        var bytes = kept.get(shard).get(name);
        if (bytes == null) {
            throw new IllegalStateException("indexed, but not kept: " + name);
        }
        return ProbeBytes.read(bytes);
    }

    /** Indexes the next articles without asking what they match, one shard beside the other. */
    void fill(Arrivals arrivals, int articles) {
        for (var left = articles; left > 0; left -= AT_A_TIME) {
            var sketched = Arrivals.sketched(arrivals.next(Math.min(left, AT_A_TIME)));
            filled += IntStream.range(0, Probe.SHARDS)
                    .parallel()
                    .mapToLong(shard -> restore(shard, sketched))
                    .sum();
        }
    }

    private long restore(int shard, List<Sketched> sketched) {
        var stored = 0L;
        for (var s : sketched) {
            var probe = Probe.of(shard, s.document(), s.sketch(), false);
            stored += keep(probe);
            indexes.get(shard).restore(probe);
        }
        return stored;
    }

    int keep(Probe probe) {
        var encoded = ProbeBytes.of(probe);
        kept.get(probe.shard()).put(Shard.name(probe.document()), encoded);
        return encoded.length;
    }

    /** What the topology does with one that was {@link #keep kept}. */
    List<Matches> add(Probe probe) {
        return indexes.get(probe.shard()).add(probe);
    }

    /** Documents decoded so far. */
    long looked() {
        return LongStream.of(looked).sum();
    }

    int silent() {
        return indexes.stream().mapToInt(Shard::silent).sum();
    }

    /** Nothing can be added afterwards. */
    void releaseKept() {
        kept.clear();
    }

    /** Of the documents that {@link #fill} has kept. */
    long bytes() {
        return filled;
    }
}
