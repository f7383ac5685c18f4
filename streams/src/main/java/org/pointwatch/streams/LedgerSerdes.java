// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;

/** How the ledger's own values are written: into repartition topics and stores, never for others to read. */
final class LedgerSerdes {
    private LedgerSerdes() {}

    static Serde<Delta> delta() {
        return Binary.serde(1, LedgerSerdes::write, LedgerSerdes::readDelta);
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
