// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.story.Ruling;
import org.pointwatch.domain.story.StoryMessage.Place;
import org.pointwatch.domain.story.StoryState;
import org.pointwatch.domain.story.StoryState.Answer;

/** How what is known of texts and stories is written: into repartition topics and stores, never for others to read. */
final class StorySerdes {
    private static final Ruling.Kind[] RULINGS = Ruling.Kind.values();

    private StorySerdes() {}

    static Serde<Probe> probe() {
        return Binary.serde(2, StorySerdes::write, StorySerdes::readProbe);
    }

    static Serde<MatchShards.Kept> kept() {
        return Binary.serde(
                1,
                (out, kept) -> {
                    out.writeLong(kept.touched());
                    write(out, kept.probe());
                },
                in -> new MatchShards.Kept(in.readLong(), readProbe(in)));
    }

    static Serde<Matches> matches() {
        return Binary.serde(2, StorySerdes::write, StorySerdes::readMatches);
    }

    static Serde<Ruling> ruling() {
        return Binary.serde(1, StorySerdes::write, StorySerdes::readRuling);
    }

    static Serde<Match> match() {
        return Binary.serde(1, StorySerdes::write, StorySerdes::readMatch);
    }

    /** Without what was found, which is kept match by match. */
    static Serde<StoryState> state() {
        return Binary.serde(3, StorySerdes::write, StorySerdes::readState);
    }

    private static void write(Binary.Out out, Probe p) {
        out.writeByte(p.shard());
        out.writeBoolean(p.again());
        write(out, p.document());
        out.ints(p.body());
        out.ints(p.marks());
        out.ints(p.anchors());
    }

    private static Probe readProbe(Binary.In in) {
        return new Probe(in.readByte(), in.readBoolean(), readDocument(in), in.ints(), in.ints(), in.ints());
    }

    private static void write(Binary.Out out, Document d) {
        out.id(d.article());
        out.id(d.revision());
        out.millis(d.time());
        out.millis(d.firstSeen());
        out.text(d.outlet());
        out.writeCount(d.shingles());
        out.writeInt(d.bodyBound());
        out.writeInt(d.leadBound());
        out.writeInt(d.anchorBound());
        out.writeCount(d.titleWords().length);
        for (var word : d.titleWords()) {
            out.writeByte(word >>> 8);
            out.writeByte(word);
        }
        out.writeInt(d.titleKey());
        out.writeInt(d.leadKey());
        out.writeLong(d.content());
    }

    private static Document readDocument(Binary.In in) {
        return new Document(
                in.id(),
                in.id(),
                in.millis(),
                in.millis(),
                in.text(),
                in.readCount(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                readWords(in),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }

    private static short[] readWords(Binary.In in) {
        var words = new short[in.readCount()];
        for (var i = 0; i < words.length; i++) {
            words[i] = (short) (in.readByte() << 8 | in.readByte() & 0xff);
        }
        return words;
    }

    private static void write(Binary.Out out, Matches m) {
        out.id(m.article());
        out.id(m.revision());
        out.writeByte(m.shard());
        out.writeBoolean(m.whole());
        out.list(m.earlier(), StorySerdes::write);
    }

    private static Matches readMatches(Binary.In in) {
        return new Matches(in.id(), in.id(), in.readByte(), in.readBoolean(), in.list(StorySerdes::readMatch));
    }

    private static void write(Binary.Out out, Match m) {
        out.id(m.article());
        out.id(m.revision());
        out.millis(m.time());
        out.text(m.outlet());
        out.writeLong(m.content());
        var c = m.numbers();
        out.writeBoolean(c.sameOutlet());
        out.writeCount(c.shorter());
        out.writeCount(c.longer());
        out.writeByte(c.titlePercent());
        write(out, c.overlap());
    }

    private static Match readMatch(Binary.In in) {
        return new Match(
                in.id(),
                in.id(),
                in.millis(),
                in.text(),
                in.readLong(),
                new Comparison(in.readBoolean(), in.readCount(), in.readCount(), in.readByte(), readOverlap(in)));
    }

    private static void write(Binary.Out out, Overlap o) {
        out.writeByte(o.shards());
        write(out, o.body());
        write(out, o.numbers());
        write(out, o.lead());
        out.writeByte(o.titles());
        write(out, o.names());
        write(out, o.runs());
    }

    private static Overlap readOverlap(Binary.In in) {
        return new Overlap(
                in.readByte(),
                readShare(in),
                readShare(in),
                readShare(in),
                in.readByte(),
                readShare(in),
                readShare(in));
    }

    private static void write(Binary.Out out, Overlap.Share share) {
        out.writeByte(share.both());
        out.writeByte(share.own());
        out.writeByte(share.other());
    }

    private static Overlap.Share readShare(Binary.In in) {
        return new Overlap.Share(in.readByte(), in.readByte(), in.readByte());
    }

    private static void write(Binary.Out out, Ruling ruling) {
        out.writeByte(ruling.kind().ordinal());
        out.text(ruling.with());
        out.time(ruling.at());
        out.text(ruling.id());
    }

    private static Ruling readRuling(Binary.In in) {
        return new Ruling(RULINGS[in.readByte()], in.textOrNull(), in.time(), in.text());
    }

    private static void write(Binary.Out out, StoryState s) {
        out.id(s.article());
        out.millis(s.time());
        out.text(s.outlet());
        out.writeBoolean(s.present());
        out.writeLong(s.version());
        out.writeBoolean(s.original());
        writeOrNot(out, s.joined(), StorySerdes::write);
        out.writeBoolean(s.laterOfOutlet());
        writeOrNot(out, s.paraphrased(), StorySerdes::write);
        writeOrNot(out, s.ruling(), StorySerdes::write);
        out.list(s.answers(), StorySerdes::write);
    }

    private static StoryState readState(Binary.In in) {
        return new StoryState(
                in.id(),
                in.millis(),
                in.text(),
                in.readBoolean(),
                in.readLong(),
                in.readBoolean(),
                readOrNot(in, StorySerdes::readPlace),
                in.readBoolean(),
                readOrNot(in, StorySerdes::readPlace),
                readOrNot(in, StorySerdes::readRuling),
                List.of(),
                in.list(StorySerdes::readAnswer));
    }

    private static void write(Binary.Out out, Place place) {
        out.id(place.article());
        out.millis(place.time());
        out.text(place.outlet());
    }

    private static Place readPlace(Binary.In in) {
        return new Place(in.id(), in.millis(), in.text());
    }

    private static void write(Binary.Out out, Answer answer) {
        out.id(answer.article());
        out.writeLong(answer.version());
        out.writeBoolean(answer.original());
        out.millis(answer.time());
        writeOrNot(out, answer.story(), StorySerdes::write);
    }

    private static Answer readAnswer(Binary.In in) {
        return new Answer(in.id(), in.readLong(), in.readBoolean(), in.millis(), readOrNot(in, StorySerdes::readPlace));
    }

    private static <V> void writeOrNot(Binary.Out out, @Nullable V value, Binary.Writer<V> writer) {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(out, value);
        }
    }

    private static <V> @Nullable V readOrNot(Binary.In in, Binary.Reader<V> reader) {
        return in.readBoolean() ? reader.read(in) : null;
    }
}
