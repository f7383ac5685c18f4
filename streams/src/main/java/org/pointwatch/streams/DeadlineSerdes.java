// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.Change;
import org.pointwatch.domain.deadline.ledger.LedgerDeadline;
import org.pointwatch.domain.deadline.ledger.Precision;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.deadline.ledger.Status;
import org.pointwatch.streams.KeptDeadlines.Kept;

/** How the ledger of deadlines writes its own values: into a repartition topic and stores, never for others to read. */
final class DeadlineSerdes {
    private DeadlineSerdes() {}

    static Serde<Stated> stated() {
        return Binary.serde(1, DeadlineSerdes::write, DeadlineSerdes::readStated);
    }

    static Serde<List<Statement>> statements() {
        return Binary.serde(
                1, (out, list) -> out.list(list, DeadlineSerdes::write), in -> in.list(DeadlineSerdes::readStatement));
    }

    static Serde<Binding> binding() {
        return Binary.serde(1, DeadlineSerdes::write, DeadlineSerdes::readBinding);
    }

    static Serde<Kept> kept() {
        return Binary.serde(1, DeadlineSerdes::write, DeadlineSerdes::readKept);
    }

    private static void write(Binary.Out out, Stated s) {
        write(out, s.binding());
        out.id(s.article());
        out.writeBoolean(s.before() != null);
        if (s.before() != null) {
            out.time(s.before());
        }
        out.list(s.statements(), DeadlineSerdes::write);
    }

    private static Stated readStated(Binary.In in) {
        return new Stated(
                readBinding(in), in.id(), in.readBoolean() ? in.time() : null, in.list(DeadlineSerdes::readStatement));
    }

    static void write(Binary.Out out, Claim claim) {
        write(out, claim.binding());
        write(out, claim.statement());
    }

    static Claim readClaim(Binary.In in) {
        return new Claim(readBinding(in), readStatement(in));
    }

    private static void write(Binary.Out out, Binding binding) {
        out.text(binding.dossier());
        out.text(binding.bound());
        out.text(binding.point());
    }

    private static Binding readBinding(Binary.In in) {
        return new Binding(in.text(), in.textOrNull(), in.textOrNull());
    }

    private static void write(Binary.Out out, Statement s) {
        out.time(s.at());
        out.id(s.article());
        out.writeBoolean(s.ownStory());
        out.writeBoolean(s.live());
        out.writeCount(s.start());
        out.text(s.due());
        out.list(s.alternatives(), Binary.Out::text);
        out.writeByte(s.precision().ordinal());
        out.writeByte(s.status().ordinal());
        out.text(s.setBy());
        out.list(s.points(), Binary.Out::text);
        out.exactly(s.sentence());
    }

    private static Statement readStatement(Binary.In in) {
        return new Statement(
                in.time(),
                in.id(),
                in.readBoolean(),
                in.readBoolean(),
                in.readCount(),
                in.textOrNull(),
                in.list(Binary.In::text),
                Precision.values()[in.readByte()],
                Status.values()[in.readByte()],
                in.textOrNull(),
                in.list(Binary.In::text),
                in.exactly());
    }

    private static void write(Binary.Out out, Kept kept) {
        out.writeCount(kept.opened());
        out.list(kept.published() == null ? List.of() : List.of(kept.published()), DeadlineSerdes::write);
        out.list(kept.settled() == null ? List.of() : List.of(kept.settled()), DeadlineSerdes::write);
    }

    private static Kept readKept(Binary.In in) {
        var opened = in.readCount();
        var published = in.list(DeadlineSerdes::readDeadline);
        var settled = in.list(DeadlineSerdes::readDeadline);
        return new Kept(
                opened, published.isEmpty() ? null : published.get(0), settled.isEmpty() ? null : settled.get(0));
    }

    private static void write(Binary.Out out, LedgerDeadline d) {
        write(out, d.binding());
        out.id(d.id());
        out.text(d.due());
        out.writeByte(d.precision().ordinal());
        out.writeByte(d.status().ordinal());
        out.list(d.days(), (to, day) -> to.writeLong(day.toEpochDay()));
        out.list(d.history(), DeadlineSerdes::write);
        out.list(d.points(), Binary.Out::text);
        out.list(d.actors(), Binary.Out::text);
        out.text(d.setBy());
        out.writeLong(d.stories());
        out.time(d.firstSeen());
        out.time(d.lastSeen());
        out.exactly(d.evidence());
        out.id(d.evidenceArticle());
        out.writeBoolean(d.ownEvidence());
        out.writeBoolean(d.live());
        out.text(d.into());
    }

    private static LedgerDeadline readDeadline(Binary.In in) {
        return new LedgerDeadline(
                readBinding(in),
                in.id(),
                in.text(),
                Precision.values()[in.readByte()],
                Status.values()[in.readByte()],
                in.list(from -> LocalDate.ofEpochDay(from.readLong())),
                in.list(DeadlineSerdes::readChange),
                in.list(Binary.In::text),
                in.list(Binary.In::text),
                in.textOrNull(),
                in.readLong(),
                in.time(),
                in.time(),
                in.exactly(),
                in.id(),
                in.readBoolean(),
                in.readBoolean(),
                in.textOrNull());
    }

    private static void write(Binary.Out out, Change c) {
        out.time(c.at());
        out.writeByte(c.status().ordinal());
        out.text(c.due());
        out.exactly(c.article());
        out.text(c.by());
        out.exactly(c.evidence());
        out.writeBoolean(c.live());
    }

    private static Change readChange(Binary.In in) {
        return new Change(
                in.time(),
                Status.values()[in.readByte()],
                in.text(),
                in.exactlyOrNull(),
                in.textOrNull(),
                in.exactlyOrNull(),
                in.readBoolean());
    }
}
