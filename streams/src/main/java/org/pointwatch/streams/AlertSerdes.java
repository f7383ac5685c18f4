// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.domain.alert.TargetMemory;
import org.pointwatch.domain.alert.TargetMemory.Episode;
import org.pointwatch.domain.alert.TargetMemory.KnownDeadline;
import org.pointwatch.domain.alert.TargetMemory.Told;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.figure.Figure;

/** How facts and what is remembered of targets are written: never for others to read. */
final class AlertSerdes {
    private static final int SIGHTED = 0;
    private static final int COUNTED = 1;
    private static final int DEADLINE = 2;

    private AlertSerdes() {}

    static Serde<Fact> fact() {
        return Binary.serde(1, AlertSerdes::write, AlertSerdes::readFact);
    }

    private static void write(Binary.Out out, Fact fact) {
        if (fact instanceof Fact.Sighted sighted) {
            out.writeByte(SIGHTED);
            write(out, sighted.source());
            if (sighted.tone() != null) {
                out.writeInt(sighted.tone()); // behind all else: older builds wrote none
            }
        } else if (fact instanceof Fact.Counted counted) {
            out.writeByte(COUNTED);
            out.list(counted.figures(), AlertSerdes::write);
            write(out, counted.source());
        } else if (fact instanceof Fact.Deadline d) {
            out.writeByte(DEADLINE);
            write(out, d);
        } else if (fact instanceof Fact.DeadlineGone gone) {
            out.writeByte(DEADLINE + 1);
            out.text(gone.id());
        }
    }

    private static Fact readFact(Binary.In in) {
        return switch (in.readByte()) {
            case SIGHTED -> new Fact.Sighted(readSource(in), in.more() ? in.readInt() : null);
            case COUNTED -> new Fact.Counted(in.list(AlertSerdes::readFigure), readSource(in));
            case DEADLINE -> readDeadline(in);
            default -> new Fact.DeadlineGone(in.text());
        };
    }

    private static void write(Binary.Out out, Fact.Deadline d) {
        out.text(d.id());
        out.text(d.bound());
        out.text(d.setBy());
        out.text(d.due());
        timeOrNull(out, d.over());
        out.text(d.precision());
        out.text(d.status());
        out.text(d.into());
        out.writeLong(d.stories());
        write(out, d.source());
    }

    private static Fact readDeadline(Binary.In in) {
        return new Fact.Deadline(
                in.text(),
                in.textOrNull(),
                in.textOrNull(),
                in.textOrNull(),
                readTimeOrNull(in),
                in.text(),
                in.text(),
                in.textOrNull(),
                in.readLong(),
                readSource(in));
    }

    private static void write(Binary.Out out, Figure f) {
        out.text(f.point());
        out.writeDouble(f.value());
        out.text(f.unit());
        out.exactly(f.text());
        out.writeInt(f.start());
        out.writeInt(f.end());
        out.text(f.speaker());
    }

    private static Figure readFigure(Binary.In in) {
        return new Figure(
                in.text(), in.readDouble(), in.text(), in.exactly(), in.readInt(), in.readInt(), in.textOrNull());
    }

    private static void write(Binary.Out out, Source s) {
        out.text(s.article());
        out.text(s.story());
        out.time(s.at());
        out.writeBoolean(s.live());
        out.exactly(s.sentence());
    }

    private static Source readSource(Binary.In in) {
        return new Source(in.textOrNull(), in.textOrNull(), in.time(), in.readBoolean(), in.exactlyOrNull());
    }

    static Serde<TargetMemory> memory() {
        return Binary.serde(1, AlertSerdes::write, AlertSerdes::readMemory);
    }

    private static void write(Binary.Out out, TargetMemory m) {
        map(out, m.told(), Binary.Out::text, AlertSerdes::write);
        map(out, m.fired(), AlertSerdes::write, Binary.Out::time);
        map(out, m.deadlines(), Binary.Out::text, AlertSerdes::write);
        map(out, m.figures(), Binary.Out::text, (o, values) -> o.list(values, Binary.Out::writeDouble));
        map(out, m.episodes(), AlertSerdes::write, AlertSerdes::write);
        out.list(m.sightings(), AlertSerdes::write);
        timeOrNull(out, m.replayed());
        if (!m.warm().isEmpty() || !m.cold().isEmpty()) {
            out.list(m.warm(), AlertSerdes::write); // behind all else: older builds kept none
            out.list(m.cold(), AlertSerdes::write);
        }
    }

    private static TargetMemory readMemory(Binary.In in) {
        return new TargetMemory(
                readMap(in, Binary.In::text, AlertSerdes::readTold),
                readMap(in, AlertSerdes::readKind, Binary.In::time),
                readMap(in, Binary.In::text, AlertSerdes::readKnown),
                readMap(in, Binary.In::text, i -> i.list(Binary.In::readDouble)),
                readMap(in, AlertSerdes::readKind, AlertSerdes::readEpisode),
                in.list(AlertSerdes::readSource),
                readTimeOrNull(in),
                in.more() ? in.list(AlertSerdes::readSource) : List.of(),
                in.more() ? in.list(AlertSerdes::readSource) : List.of());
    }

    private static <K, V> void map(
            Binary.Out out, Map<K, V> map, Binary.Writer<? super K> key, Binary.Writer<? super V> value) {
        out.list(List.copyOf(map.entrySet()), (o, entry) -> {
            key.write(o, entry.getKey());
            value.write(o, entry.getValue());
        });
    }

    private static <K, V> Map<K, V> readMap(Binary.In in, Binary.Reader<K> key, Binary.Reader<V> value) {
        var map = new HashMap<K, V>();
        for (var left = in.readCount(); left > 0; left--) {
            map.put(key.read(in), value.read(in));
        }
        return map;
    }

    private static void write(Binary.Out out, AlertKind kind) {
        out.text(kind.id());
    }

    private static AlertKind readKind(Binary.In in) {
        var id = in.text();
        return AlertKind.of(id).orElseThrow(() -> new IllegalStateException("no kind of alert is called " + id));
    }

    private static void write(Binary.Out out, Told told) {
        out.time(told.at());
        out.text(told.alert());
        out.text(told.story());
    }

    private static Told readTold(Binary.In in) {
        return new Told(in.time(), in.textOrNull(), in.textOrNull());
    }

    private static void write(Binary.Out out, KnownDeadline d) {
        out.text(d.bound());
        out.text(d.due());
        timeOrNull(out, d.over());
        out.text(d.precision());
        out.text(d.status());
        out.writeBoolean(d.live());
        out.text(d.alert());
        write(out, d.source());
    }

    private static KnownDeadline readKnown(Binary.In in) {
        return new KnownDeadline(
                in.textOrNull(),
                in.textOrNull(),
                readTimeOrNull(in),
                in.text(),
                in.text(),
                in.readBoolean(),
                in.textOrNull(),
                readSource(in));
    }

    private static void write(Binary.Out out, Episode e) {
        out.text(e.alert());
        out.time(e.since());
        out.writeDouble(e.level());
        out.time(e.seen());
    }

    private static Episode readEpisode(Binary.In in) {
        return new Episode(in.textOrNull(), in.time(), in.readDouble(), in.time());
    }

    private static void timeOrNull(Binary.Out out, @Nullable Instant time) {
        out.writeBoolean(time != null);
        if (time != null) {
            out.time(time);
        }
    }

    private static @Nullable Instant readTimeOrNull(Binary.In in) {
        return in.readBoolean() ? in.time() : null;
    }
}
