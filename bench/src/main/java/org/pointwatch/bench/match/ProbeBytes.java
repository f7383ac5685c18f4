// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.match;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Probe;

/** Probes as bytes, in about the shape and size in which the topology's store has them. */
final class ProbeBytes {
    private static final int ID = 10;

    private ProbeBytes() {}

    static byte[] of(Probe p) {
        var d = p.document();
        var out = ByteBuffer.allocate(2_048);
        out.put((byte) p.shard()).put((byte) (p.again() ? 1 : 0));
        out.put(HexFormat.of().parseHex(d.article())).put(HexFormat.of().parseHex(d.revision()));
        out.putLong(d.time().toEpochMilli()).putLong(d.firstSeen().toEpochMilli());
        var outlet = d.outlet().getBytes(StandardCharsets.UTF_8);
        out.put((byte) outlet.length).put(outlet);
        out.putInt(d.shingles()).putInt(d.bodyBound()).putInt(d.leadBound()).putInt(d.anchorBound());
        out.put((byte) d.titleWords().length);
        for (var word : d.titleWords()) {
            out.putShort(word);
        }
        out.putInt(d.titleKey()).putInt(d.leadKey()).putLong(d.content());
        ints(out, p.body());
        ints(out, p.marks());
        ints(out, p.anchors());
        return Arrays.copyOf(out.array(), out.position());
    }

    static Probe read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return new Probe(in.get(), in.get() != 0, document(in), ints(in), ints(in), ints(in));
    }

    private static Document document(ByteBuffer in) {
        return new Document(
                id(in),
                id(in),
                Instant.ofEpochMilli(in.getLong()),
                Instant.ofEpochMilli(in.getLong()),
                new String(bytes(in, in.get()), StandardCharsets.UTF_8),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                shorts(in),
                in.getInt(),
                in.getInt(),
                in.getLong());
    }

    private static String id(ByteBuffer in) {
        return HexFormat.of().formatHex(bytes(in, ID));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static short[] shorts(ByteBuffer in) {
        var values = new short[in.get()];
        for (var i = 0; i < values.length; i++) {
            values[i] = in.getShort();
        }
        return values;
    }

    private static void ints(ByteBuffer out, int[] values) {
        out.put((byte) values.length);
        for (var value : values) {
            out.putInt(value);
        }
    }

    private static int[] ints(ByteBuffer in) {
        var values = new int[in.get()];
        for (var i = 0; i < values.length; i++) {
            values[i] = in.getInt();
        }
        return values;
    }
}
