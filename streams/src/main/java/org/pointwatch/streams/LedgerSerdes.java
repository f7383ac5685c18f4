// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.Posting.Line;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.streams.PostLedger.Entry;
import org.pointwatch.streams.PostLedger.Facts;

/** How the ledger's own values are written: into repartition topics and stores, never for others to read. */
final class LedgerSerdes {
    private LedgerSerdes() {}

    static Serde<Delta> delta() {
        return Binary.serde(2, LedgerSerdes::write, LedgerSerdes::readDelta);
    }

    private static void write(Binary.Out out, Delta d) {
        out.text(d.target());
        out.time(d.bucket());
        write(out, d.counts());
        out.writeCount(d.outlets().size());
        for (var outlet : d.outlets().entrySet()) {
            out.text(outlet.getKey());
            number(out, outlet.getValue());
        }
    }

    private static Delta readDelta(Binary.In in) {
        var target = in.text();
        var bucket = in.time();
        var counts = readCounts(in);
        var outlets = new TreeMap<String, Long>();
        for (var left = in.readCount(); left > 0; left--) {
            outlets.put(in.text(), readNumber(in));
        }
        return new Delta(target, bucket, counts, outlets);
    }

    static Serde<Entry> entry() {
        return Binary.serde(1, LedgerSerdes::write, LedgerSerdes::readEntry);
    }

    private static void write(Binary.Out out, Entry entry) {
        out.writeByte(entry.relation() == null ? -1 : entry.relation().ordinal());
        var facts = entry.facts();
        out.writeBoolean(facts != null);
        if (facts != null) {
            out.time(facts.bucket());
            out.exactly(facts.outlet());
            out.exactly(facts.dossierVersion());
            out.list(facts.lines(), LedgerSerdes::write);
            // Behind all else, and only if there are any: entries of builds that knew no deadlines or stances end
            // before.
            if (!facts.claims().isEmpty() || !facts.stands().isEmpty()) {
                out.list(facts.claims(), DeadlineSerdes::write);
            }
            if (!facts.stands().isEmpty()) {
                out.list(facts.stands(), StanceSerdes::write);
            }
        }
    }

    private static Entry readEntry(Binary.In in) {
        var relation = in.readByte();
        var facts = in.readBoolean() ? readFacts(in) : null;
        return new Entry(facts, relation < 0 ? null : Relation.values()[relation]);
    }

    private static Facts readFacts(Binary.In in) {
        var bucket = in.time();
        var outlet = in.exactly();
        var version = in.exactlyOrNull();
        var lines = in.list(LedgerSerdes::readLine);
        var claims = in.more() ? in.list(DeadlineSerdes::readClaim) : List.<Claim>of();
        var stands = in.more() ? in.list(StanceSerdes::readStand) : List.<Stand>of();
        return new Facts(bucket, outlet, lines, version, claims, stands);
    }

    private static void write(Binary.Out out, Line line) {
        out.exactly(line.target());
        var sentiment = line.sentiment();
        out.writeBoolean(sentiment != null);
        if (sentiment != null) {
            thousandths(out, sentiment.own());
            thousandths(out, sentiment.quoted());
        }
    }

    private static Line readLine(Binary.In in) {
        var target = in.exactly();
        return new Line(
                target, in.readBoolean() ? new TargetSentiment(readThousandths(in), readThousandths(in)) : null);
    }

    private static void thousandths(Binary.Out out, @Nullable Integer value) {
        out.writeBoolean(value != null);
        if (value != null) {
            number(out, value);
        }
    }

    private static @Nullable Integer readThousandths(Binary.In in) {
        return in.readBoolean() ? (int) readNumber(in) : null;
    }

    static Serde<KeptCounts> kept() {
        return Binary.serde(1, LedgerSerdes::write, LedgerSerdes::readKept);
    }

    private static void write(Binary.Out out, KeptCounts kept) {
        out.writeBoolean(kept.frozen());
        number(out, kept.touched());
        number(out, kept.outlets());
        write(out, kept.counts());
    }

    private static KeptCounts readKept(Binary.In in) {
        var frozen = in.readBoolean();
        var touched = readNumber(in);
        var outlets = readNumber(in);
        return new KeptCounts(readCounts(in), outlets, touched, frozen);
    }

    static Serde<RollingMark> mark() {
        return Binary.serde(1, LedgerSerdes::write, LedgerSerdes::readMark);
    }

    private static void write(Binary.Out out, RollingMark mark) {
        out.time(mark.rolled());
        out.writeByte(mark.changed());
        out.writeBoolean(mark.published());
    }

    private static RollingMark readMark(Binary.In in) {
        return new RollingMark(in.time(), in.readByte(), in.readBoolean());
    }

    private static void write(Binary.Out out, Counts counts) {
        number(out, counts.articles());
        number(out, counts.stories());
        number(out, counts.copies());
        number(out, counts.updates());
        write(out, counts.own());
        write(out, counts.quoted());
    }

    private static Counts readCounts(Binary.In in) {
        return new Counts(readNumber(in), readNumber(in), readNumber(in), readNumber(in), readSums(in), readSums(in));
    }

    /** One byte when there are none. */
    private static void write(Binary.Out out, SentimentSums s) {
        out.writeBoolean(!s.equals(SentimentSums.ZERO));
        if (!s.equals(SentimentSums.ZERO)) {
            for (var value : new long[] {s.n(), s.sum(), s.sumOfSquares(), s.negative(), s.neutral(), s.positive()}) {
                number(out, value);
            }
        }
    }

    private static SentimentSums readSums(Binary.In in) {
        return in.readBoolean()
                ? new SentimentSums(
                        readNumber(in), readNumber(in), readNumber(in), readNumber(in), readNumber(in), readNumber(in))
                : SentimentSums.ZERO;
    }

    /** Seven bits a byte, the sign last: what is near zero is short. */
    private static void number(Binary.Out out, long value) {
        var left = value << 1 ^ value >> 63;
        while ((left & ~0x7fL) != 0) {
            out.writeByte((int) left | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long readNumber(Binary.In in) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.readByte();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
    }
}
