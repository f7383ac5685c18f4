// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.StoryEvent.Shared;
import org.pointwatch.domain.story.StoryEvent.Shares;
import org.pointwatch.domain.story.StoryState;
import org.pointwatch.domain.story.StoryState.Neighbour;
import org.pointwatch.domain.story.StoryState.Pair;
import org.pointwatch.streams.Shards.Probe;

/** How the topology's own values are written: into repartition topics and stores, never for others to read. */
final class InternalSerdes {
    private InternalSerdes() {}

    static Serde<Probe> probe() {
        return Binary.serde(1, InternalSerdes::write, InternalSerdes::readProbe);
    }

    static Serde<Shares> shares() {
        return Binary.serde(
                1,
                (out, shares) -> {
                    write(out, shares.own());
                    out.list(shares.earlier(), InternalSerdes::write);
                },
                in -> new Shares(readDocument(in), in.list(InternalSerdes::readShared)));
    }

    static Serde<StoryState> storyState() {
        return Binary.serde(1, InternalSerdes::write, InternalSerdes::readState);
    }

    static Serde<Delta> delta() {
        return Binary.serde(1, InternalSerdes::write, InternalSerdes::readDelta);
    }

    private static void write(Binary.Out out, Probe probe) {
        out.text(probe.shard());
        write(out, probe.document());
        out.writeInt(probe.hashes().length);
        for (var hash : probe.hashes()) {
            out.writeLong(hash);
        }
    }

    private static Probe readProbe(Binary.In in) {
        var shard = in.text();
        var document = readDocument(in);
        var hashes = new long[in.readInt()];
        for (var i = 0; i < hashes.length; i++) {
            hashes[i] = in.readLong();
        }
        return new Probe(shard, document, hashes);
    }

    private static void write(Binary.Out out, Document d) {
        out.text(d.article());
        out.text(d.revision());
        out.time(d.time());
        out.time(d.firstSeen());
        out.text(d.outlet());
        out.writeInt(d.shingles());
        out.writeLong(d.bound());
        out.writeInt(d.sampled());
    }

    private static Document readDocument(Binary.In in) {
        return new Document(
                in.text(), in.text(), in.time(), in.time(), in.text(), in.readInt(), in.readLong(), in.readInt());
    }

    private static void write(Binary.Out out, Shared shared) {
        write(out, shared.other());
        out.writeInt(shared.count());
    }

    private static Shared readShared(Binary.In in) {
        return new Shared(readDocument(in), in.readInt());
    }

    private static void write(Binary.Out out, StoryState s) {
        out.text(s.article());
        out.time(s.time());
        out.text(s.outlet());
        out.writeBoolean(s.present());
        out.writeLong(s.version());
        out.writeBoolean(s.original());
        out.text(s.joined());
        out.writeBoolean(s.laterOfOutlet());
        writePairs(out, s.pairs());
        out.list(s.earlier(), InternalSerdes::write);
    }

    private static StoryState readState(Binary.In in) {
        return new StoryState(
                in.text(),
                in.time(),
                in.text(),
                in.readBoolean(),
                in.readLong(),
                in.readBoolean(),
                in.textOrNull(),
                in.readBoolean(),
                readPairs(in),
                in.list(InternalSerdes::readNeighbour));
    }

    /** The own documents once, then each pair with the number of its own. */
    private static void writePairs(Binary.Out out, List<Pair> pairs) {
        var own = pairs.stream().map(Pair::own).distinct().toList();
        out.list(own, InternalSerdes::write);
        out.list(pairs, (o, pair) -> {
            o.writeInt(own.indexOf(pair.own()));
            write(o, pair.other());
            o.writeInt(pair.shared());
        });
    }

    private static List<Pair> readPairs(Binary.In in) {
        var own = in.list(InternalSerdes::readDocument);
        return in.list(i -> new Pair(own.get(i.readInt()), readDocument(i), i.readInt()));
    }

    private static void write(Binary.Out out, Neighbour n) {
        out.text(n.article());
        out.time(n.time());
        out.text(n.outlet());
        out.writeDouble(n.similarity());
        out.writeBoolean(n.original());
        out.writeLong(n.version());
    }

    private static Neighbour readNeighbour(Binary.In in) {
        return new Neighbour(in.text(), in.time(), in.text(), in.readDouble(), in.readBoolean(), in.readLong());
    }

    private static void write(Binary.Out out, Delta d) {
        out.text(d.target());
        out.time(d.bucket());
        var counts = d.counts();
        out.writeLong(counts.articles());
        out.writeLong(counts.stories());
        out.writeLong(counts.copies());
        out.writeLong(counts.updates());
        write(out, counts.own());
        write(out, counts.quoted());
        out.writeInt(d.outlets().size());
        for (var outlet : d.outlets().entrySet()) {
            out.text(outlet.getKey());
            out.writeLong(outlet.getValue());
        }
    }

    private static Delta readDelta(Binary.In in) {
        var target = in.text();
        var bucket = in.time();
        var counts = new Counts(in.readLong(), in.readLong(), in.readLong(), in.readLong(), readSums(in), readSums(in));
        var outlets = new TreeMap<String, Long>();
        for (var left = in.readInt(); left > 0; left--) {
            outlets.put(in.text(), in.readLong());
        }
        return new Delta(target, bucket, counts, outlets);
    }

    private static void write(Binary.Out out, SentimentSums s) {
        for (var value : new long[] {s.n(), s.sum(), s.sumOfSquares(), s.negative(), s.neutral(), s.positive()}) {
            out.writeLong(value);
        }
    }

    private static SentimentSums readSums(Binary.In in) {
        return new SentimentSums(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
