// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.WordClasses;

/** A sentiment model as bytes: deflated; word classes, then the weights. */
public final class SentimentFile {
    private static final int MAGIC = 0x50575331;
    private static final int BUFFER = 1 << 16;

    private SentimentFile() {}

    /** @throws IOException also if the bytes are no model of this build's kind */
    public static SentimentModel read(InputStream bytes) throws IOException {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(bytes, new Inflater(), BUFFER), BUFFER))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("no sentiment model of this build");
            }
            var language = in.readUTF();
            var classes = classes(in);
            var step = in.readFloat();
            var negative = in.readFloat();
            var positive = in.readFloat();
            var weights = in.readNBytes(in.readInt());
            return new SentimentModel(List.of(language), classes, weights, step, negative, positive);
        }
    }

    private static WordClasses classes(DataInputStream in) throws IOException {
        var traits = in.readNBytes(in.readUnsignedByte());
        var count = in.readInt();
        var entries = new ArrayList<WordClasses.Entry>(count);
        for (int i = 0; i < count; i++) {
            var hash = in.readInt();
            entries.add(new WordClasses.Entry(hash, in.readNBytes(in.readUnsignedByte())));
        }
        return new WordClasses(entries, traits);
    }

    /** What {@link #read} reads again. Byte-equal for equal models. */
    public static void write(SentimentModel model, OutputStream bytes) throws IOException {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, BUFFER))) {
            out.writeInt(MAGIC);
            out.writeUTF(model.languages().get(0));
            var traits = model.classes().traits();
            out.writeByte(traits.length);
            out.write(traits);
            out.writeInt(model.classes().entries().size());
            for (var entry : model.classes().entries()) {
                out.writeInt(entry.hash());
                out.writeByte(entry.classes().length);
                out.write(entry.classes());
            }
            out.writeFloat(model.step());
            out.writeFloat(model.negative());
            out.writeFloat(model.positive());
            out.writeInt(model.weights().length);
            out.write(model.weights());
        } finally {
            deflater.end();
        }
    }
}
