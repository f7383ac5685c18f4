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
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Grains;
import org.pointwatch.domain.sentiment.SentimentModel;
import org.pointwatch.domain.sentiment.TargetNet;
import org.pointwatch.domain.sentiment.WordClasses;

/** A sentiment model as bytes: deflated; word classes, the weights, then the net if there is one. */
public final class SentimentFile {
    private static final int MAGIC = 0x50575332;
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
            return new SentimentModel(List.of(language), classes, weights, step, negative, positive, net(in));
        }
    }

    private static @Nullable TargetNet net(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        var stems = new int[in.readInt()];
        for (int s = 0; s < stems.length; s++) {
            stems[s] = in.readInt();
        }
        return new TargetNet(new TargetNet.Parts(stems, grains(in), grains(in), grains(in), grains(in), grains(in)));
    }

    private static Grains grains(DataInputStream in) throws IOException {
        var step = in.readFloat();
        return new Grains(in.readNBytes(in.readInt()), step);
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
            net(model.net(), out);
        } finally {
            deflater.end();
        }
    }

    private static void net(@Nullable TargetNet net, DataOutputStream out) throws IOException {
        out.writeBoolean(net != null);
        if (net == null) {
            return;
        }
        var parts = net.parts();
        out.writeInt(parts.stems().length);
        for (var stem : parts.stems()) {
            out.writeInt(stem);
        }
        for (var grains : List.of(parts.rows(), parts.filters(), parts.bias(), parts.judge(), parts.base())) {
            out.writeFloat(grains.step());
            out.writeInt(grains.values().length);
            out.write(grains.values());
        }
    }
}
