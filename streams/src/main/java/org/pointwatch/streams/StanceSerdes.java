// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.ledger.LedgerStance;
import org.pointwatch.domain.stance.ledger.LedgerStance.Counts;
import org.pointwatch.domain.stance.ledger.LedgerStance.Row;
import org.pointwatch.domain.stance.ledger.LedgerStance.Shown;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.streams.WalkStances.Kept;

/** How the ledger of stances writes its own values: into a repartition topic and stores, never for others to read. */
final class StanceSerdes {
    private StanceSerdes() {}

    static Serde<Stood> stood() {
        return Binary.serde(1, StanceSerdes::write, StanceSerdes::readStood);
    }

    static Serde<List<StanceStatement>> statements() {
        return Binary.serde(
                1, (out, list) -> out.list(list, StanceSerdes::write), in -> in.list(StanceSerdes::readStatement));
    }

    static Serde<Kept> kept() {
        return Binary.serde(1, StanceSerdes::write, StanceSerdes::readKept);
    }

    private static void write(Binary.Out out, Stood s) {
        write(out, s.key());
        out.id(s.article());
        out.writeBoolean(s.before() != null);
        if (s.before() != null) {
            out.time(s.before());
        }
        out.list(s.statements(), StanceSerdes::write);
    }

    private static Stood readStood(Binary.In in) {
        return new Stood(
                readKey(in), in.id(), in.readBoolean() ? in.time() : null, in.list(StanceSerdes::readStatement));
    }

    static void write(Binary.Out out, Stand stand) {
        write(out, stand.key());
        write(out, stand.statement());
    }

    static Stand readStand(Binary.In in) {
        return new Stand(readKey(in), readStatement(in));
    }

    private static void write(Binary.Out out, StanceKey key) {
        out.text(key.actor());
        out.text(key.point());
    }

    private static StanceKey readKey(Binary.In in) {
        return new StanceKey(in.text(), in.text());
    }

    private static void write(Binary.Out out, StanceStatement s) {
        out.time(s.at());
        out.id(s.article());
        out.exactly(s.outlet());
        out.writeBoolean(s.ownStory());
        out.writeCount(s.start());
        out.writeByte(s.position().ordinal());
        out.exactly(s.words());
        out.exactly(s.by());
    }

    private static StanceStatement readStatement(Binary.In in) {
        return new StanceStatement(
                in.time(),
                in.id(),
                in.exactly(),
                in.readBoolean(),
                in.readCount(),
                Position.values()[in.readByte()],
                in.exactly(),
                in.exactlyOrNull());
    }

    private static void write(Binary.Out out, Kept kept) {
        writeOrNot(out, kept.published());
        writeOrNot(out, kept.settled());
    }

    private static Kept readKept(Binary.In in) {
        return new Kept(readOrNot(in), readOrNot(in));
    }

    private static void writeOrNot(Binary.Out out, @Nullable LedgerStance stance) {
        out.list(stance == null ? List.of() : List.of(stance), StanceSerdes::write);
    }

    private static @Nullable LedgerStance readOrNot(Binary.In in) {
        var read = in.list(StanceSerdes::readStance);
        return read.isEmpty() ? null : read.get(0);
    }

    private static void write(Binary.Out out, LedgerStance s) {
        write(out, s.key());
        out.writeByte(s.position().ordinal());
        shownOrNot(out, s.shown());
        shownOrNot(out, s.opened());
        out.time(s.lastSeen());
        out.writeLong(s.articles());
        out.writeLong(s.counts().support());
        out.writeLong(s.counts().oppose());
        out.writeLong(s.counts().conditional());
        out.writeLong(s.counts().unknown());
        out.list(s.history(), StanceSerdes::write);
        out.writeLong(s.collapsed());
    }

    private static LedgerStance readStance(Binary.In in) {
        return new LedgerStance(
                readKey(in),
                Position.values()[in.readByte()],
                readShownOrNot(in),
                readShownOrNot(in),
                in.time(),
                in.readLong(),
                new Counts(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                in.list(StanceSerdes::readRow),
                in.readLong());
    }

    private static void write(Binary.Out out, Row row) {
        out.writeByte(row.position().ordinal());
        write(out, row.first());
    }

    private static Row readRow(Binary.In in) {
        return new Row(Position.values()[in.readByte()], readShown(in));
    }

    private static void shownOrNot(Binary.Out out, @Nullable Shown shown) {
        out.writeBoolean(shown != null);
        if (shown != null) {
            write(out, shown);
        }
    }

    private static @Nullable Shown readShownOrNot(Binary.In in) {
        return in.readBoolean() ? readShown(in) : null;
    }

    private static void write(Binary.Out out, Shown shown) {
        out.time(shown.at());
        out.id(shown.article());
        out.exactly(shown.outlet());
        out.exactly(shown.words());
        out.exactly(shown.by());
    }

    private static Shown readShown(Binary.In in) {
        return new Shown(in.time(), in.id(), in.exactly(), in.exactly(), in.exactlyOrNull());
    }
}
