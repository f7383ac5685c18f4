// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** A binary form for values that never leave the topology: a fifth of the processor time of JSON. */
final class Binary {
    private Binary() {}

    /** Writes a value. */
    interface Writer<V> {
        void write(Out out, V value);
    }

    /** Reads a value. */
    interface Reader<V> {
        V read(In in);
    }

    /** @param version first byte of every value; another one is an error, never a guess */
    static <V> Serde<V> serde(int version, Writer<V> writer, Reader<V> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(version, writer, value),
                (topic, bytes) -> bytes == null ? null : decode(version, reader, bytes));
    }

    private static <V> byte[] encode(int version, Writer<V> writer, V value) {
        var out = new Out();
        out.writeByte(version);
        writer.write(out, value);
        return out.bytes();
    }

    private static <V> V decode(int version, Reader<V> reader, byte[] bytes) {
        var in = new In(bytes);
        var found = in.readByte();
        if (found != version) {
            throw new IllegalStateException("an internal value of version " + found + ", this build reads " + version
                    + ": run `pointwatch reprocess` with this build and switch, see docs/operations.md");
        }
        return reader.read(in);
    }

    /** A growing array with the few shapes that are needed. */
    static final class Out {
        private byte[] bytes = new byte[512];
        private int length;

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        void writeByte(int value) {
            room(1);
            bytes[length++] = (byte) value;
        }

        void writeBoolean(boolean value) {
            writeByte(value ? 1 : 0);
        }

        void writeInt(int value) {
            room(Integer.BYTES);
            for (var shift = 24; shift >= 0; shift -= 8) {
                bytes[length++] = (byte) (value >>> shift);
            }
        }

        void writeLong(long value) {
            writeInt((int) (value >>> 32));
            writeInt((int) value);
        }

        void writeDouble(double value) {
            writeLong(Double.doubleToLongBits(value));
        }

        /** Seven bits a byte, the lowest first: small numbers are short. */
        void writeCount(int value) {
            var left = value;
            while ((left & ~0x7f) != 0) {
                writeByte(left | 0x80);
                left >>>= 7;
            }
            writeByte(left);
        }

        void text(@Nullable String text) {
            if (text == null) {
                writeCount(0);
                return;
            }
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            writeCount(encoded.length + 1);
            room(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }

        /** Every UTF-16 unit as it is: offsets count them, and foreign text may hold half a character. */
        void exactly(@Nullable String text) {
            if (text == null) {
                writeByte(In.NONE);
            } else if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
                writeByte(In.WHOLE);
                text(text);
            } else {
                writeByte(In.UNITS);
                writeCount(text.length());
                text.chars().forEach(c -> {
                    writeByte(c >>> 8);
                    writeByte(c);
                });
            }
        }

        /** An article's or revision's id: usually of hex digits, two of which fit in a byte. */
        void id(String id) {
            var digits = id.length() / 2;
            if (id.length() % 2 != 0 || digits > 100 || !isHex(id)) {
                writeByte(0);
                text(id);
                return;
            }
            writeByte(digits + 1);
            for (var i = 0; i < digits; i++) {
                writeByte(Character.digit(id.charAt(2 * i), 16) << 4 | Character.digit(id.charAt(2 * i + 1), 16));
            }
        }

        private static boolean isHex(String id) {
            return id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        }

        /** Positive numbers. */
        void ints(int[] values) {
            writeCount(values.length);
            for (var value : values) {
                writeInt(value);
            }
        }

        void millis(Instant time) {
            writeLong(time.toEpochMilli());
        }

        void time(Instant time) {
            writeLong(time.getEpochSecond());
            writeInt(time.getNano());
        }

        <V> void list(List<V> values, Writer<V> writer) {
            writeCount(values.size());
            for (var value : values) {
                writer.write(this, value);
            }
        }

        private void room(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }

    /** The same shapes, read from where the last one ended. */
    static final class In {
        private static final byte NONE = 0;
        private static final byte WHOLE = 1;
        private static final byte UNITS = 2;

        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Whether anything is left: what a later build has added behind. */
        boolean more() {
            return at < bytes.length;
        }

        byte readByte() {
            return bytes[at++];
        }

        boolean readBoolean() {
            return readByte() != 0;
        }

        int readInt() {
            var value = 0;
            for (var i = 0; i < Integer.BYTES; i++) {
                value = value << 8 | bytes[at++] & 0xff;
            }
            return value;
        }

        long readLong() {
            return (long) readInt() << 32 | readInt() & 0xffff_ffffL;
        }

        double readDouble() {
            return Double.longBitsToDouble(readLong());
        }

        String text() {
            return present(textOrNull());
        }

        private static String present(@Nullable String text) {
            if (text == null) {
                throw new IllegalStateException("a text is missing in an internal value");
            }
            return text;
        }

        @Nullable
        String textOrNull() {
            var length = readCount() - 1;
            if (length < 0) {
                return null;
            }
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        String exactly() {
            return present(exactlyOrNull());
        }

        @Nullable
        String exactlyOrNull() {
            var form = readByte();
            if (form != UNITS) {
                return form == NONE ? null : text();
            }
            var units = new char[readCount()];
            for (var i = 0; i < units.length; i++) {
                units[i] = (char) (bytes[at++] << 8 | bytes[at++] & 0xff);
            }
            return new String(units);
        }

        int readCount() {
            var value = 0;
            for (var shift = 0; ; shift += 7) {
                var next = readByte();
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        String id() {
            var digits = readByte() - 1;
            if (digits < 0) {
                return text();
            }
            at += digits;
            return HexFormat.of().formatHex(bytes, at - digits, at);
        }

        int[] ints() {
            var values = new int[readCount()];
            for (var i = 0; i < values.length; i++) {
                values[i] = readInt();
            }
            return values;
        }

        Instant millis() {
            return Instant.ofEpochMilli(readLong());
        }

        Instant time() {
            return Instant.ofEpochSecond(readLong(), readInt());
        }

        <V> List<V> list(Reader<V> reader) {
            var length = readCount();
            var values = new ArrayList<V>(Math.min(length, 1_000));
            for (var i = 0; i < length; i++) {
                values.add(reader.read(this));
            }
            return List.copyOf(values);
        }
    }
}
