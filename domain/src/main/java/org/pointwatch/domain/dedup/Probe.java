// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.pointwatch.domain.dedup.Silence.Table;

/**
 * The part of a document's sketch that one logical shard holds.
 *
 * @param shard which one, from 0
 * @param again whether the article was seen before, in another state
 */
public record Probe(int shard, boolean again, Document document, int[] body, int[] marks, int[] anchors) {
    /** Logical shards, whatever the number of partitions. Each article costs a record for each; a power of two. */
    public static final int SHARDS = 2;

    public static List<Probe> of(Document document, Sketch sketch, boolean again) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> of(shard, document, sketch, again))
                .toList();
    }

    public static Probe of(int shard, Document document, Sketch sketch, boolean again) {
        return new Probe(
                shard,
                again,
                document,
                of(sketch.body(), shard),
                of(sketch.marks(), shard),
                of(sketch.anchors(), shard));
    }

    /** The lowest bit is a flag; those above it choose the shard. */
    private static int[] of(int[] hashes, int shard) {
        return kept(hashes, hash -> (hash >>> 1 & (SHARDS - 1)) == shard);
    }

    /** The same without what says nothing about its document. */
    Probe without(Silence silence, int outlet) {
        var time = document.time().toEpochMilli();
        return new Probe(
                shard,
                again,
                document,
                kept(body, hash -> silence.live(Table.BODY, hash, outlet, time)),
                kept(marks, hash -> silence.live(Table.MARKS, hash, outlet, time)),
                kept(anchors, hash -> silence.live(Table.ANCHORS, hash, outlet, time)));
    }

    private static int[] kept(int[] hashes, IntPredicate wanted) {
        var kept = new int[hashes.length];
        var n = 0;
        for (var hash : hashes) {
            if (wanted.test(hash)) {
                kept[n++] = hash;
            }
        }
        return n == hashes.length ? hashes : Arrays.copyOf(kept, n);
    }

    public boolean empty() {
        return body.length + marks.length + anchors.length == 0;
    }

    /** The same document at another time. */
    public Probe at(Instant time) {
        var d = document;
        var moved = new Document(
                d.article(),
                d.revision(),
                time,
                d.firstSeen(),
                d.outlet(),
                d.shingles(),
                d.bodyBound(),
                d.leadBound(),
                d.anchorBound(),
                d.titleWords(),
                d.titleKey(),
                d.leadKey(),
                d.content());
        return new Probe(shard, again, moved, body, marks, anchors);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Probe p
                && shard == p.shard
                && document.equals(p.document)
                && Arrays.equals(body, p.body)
                && Arrays.equals(marks, p.marks)
                && Arrays.equals(anchors, p.anchors);
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + shard;
    }

    @Override
    public String toString() {
        return "shard " + shard + " of " + document;
    }
}
