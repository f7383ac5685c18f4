// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.pointwatch.domain.dedup.Caps;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Shard;
import org.pointwatch.streams.MatchShards.Kept;

/** A shard's index with the store behind it, and which of its documents was touched when. */
final class KeptShard {
    private final int number;
    private final Remembered<Kept> documents;
    private final Deque<Touched> touched = new ArrayDeque<>();
    private Shard index;
    private int expired;

    private record Touched(long at, String name) {}

    KeptShard(int number, Remembered<Kept> documents) {
        this.number = number;
        this.documents = documents;
        this.index = fresh();
    }

    Shard index() {
        return index;
    }

    String key(String name) {
        return number + "/" + name;
    }

    void touched(long at, String name) {
        touched.add(new Touched(at, name));
    }

    void restore(Kept kept) {
        index.restore(kept.probe());
        touched(kept.touched(), Shard.name(kept.probe().document()));
    }

    /** Forgets documents not touched since, and returns how many; the index is rebuilt once half of it is gone. */
    int expire(long since, int most) {
        var gone = 0;
        while (gone < most && !touched.isEmpty() && touched.peek().at() < since) {
            var oldest = touched.remove();
            var kept = documents.get(key(oldest.name()));
            if (kept != null && kept.touched() == oldest.at()) {
                documents.delete(key(oldest.name()));
                index.forget(oldest.name());
                gone++;
            }
        }
        expired += gone;
        if (expired > touched.size() && gone > 0) {
            rebuild();
        }
        return gone;
    }

    private void rebuild() {
        expired = 0;
        index = fresh();
        for (var left : new ArrayList<>(touched)) {
            var kept = documents.get(key(left.name()));
            // What has moved in time is noted twice.
            if (kept != null
                    && kept.touched() == left.at()
                    && !index.has(kept.probe().document())) {
                index.restore(kept.probe());
            }
        }
    }

    private Shard fresh() {
        return new Shard(number, Caps.USUAL, this::probe);
    }

    private Probe probe(String name) {
        var kept = documents.get(key(name));
        if (kept == null) {
            throw new IllegalStateException("indexed, but not kept: " + key(name));
        }
        return kept.probe();
    }
}
