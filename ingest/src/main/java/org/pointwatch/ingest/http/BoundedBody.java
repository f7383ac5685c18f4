// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, before and after one layer of compression, and no slower than is bearable. */
final class BoundedBody {
    /** Each chunk of a body costs the same however little is in it: so many are read before their size is looked at. */
    private static final int MANY_PIECES = 100_000;

    private static final int SMALL_PIECE = 16;

    private BoundedBody() {}

    static byte[] read(InputStream raw, @Nullable String encoding, FetchLimits limits) throws IOException {
        var bounded = new Bounded(raw, limits, System.nanoTime());
        var decoded =
                switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> bounded;
                    case "gzip", "x-gzip" -> new Bounded(new GZIPInputStream(bounded), limits, null);
                    case "deflate" -> new Bounded(inflated(bounded), limits, null);
                    default ->
                        throw new BodyLimitException("Content-Encoding " + shown(encoding) + " was not asked for");
                };
        var out = new ByteArrayOutputStream();
        decoded.transferTo(out);
        return out.toByteArray();
    }

    private static String shown(@Nullable String encoding) {
        return encoding == null || encoding.length() > 40 ? "of an unknown kind" : encoding;
    }

    /** Never asked for, yet sent: with the zlib header that the standard wants, or bare. */
    private static InputStream inflated(InputStream in) throws IOException {
        var ahead = new PushbackInputStream(in, 2);
        var head = ahead.readNBytes(2);
        ahead.unread(head);
        var zlib = head.length == 2 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 == 0;
        return new InflaterInputStream(ahead, new Inflater(!zlib));
    }

    /** Fails with the first byte over the limit, so that a bomb costs no more than the limit. */
    private static final class Bounded extends FilterInputStream {
        private final FetchLimits limits;
        private final @Nullable Long begun;
        private long seen;
        private long pieces;

        /** @param begun when the body began, null where its speed is somebody else's business */
        Bounded(InputStream in, FetchLimits limits, @Nullable Long begun) {
            super(in);
            this.limits = limits;
            this.begun = begun;
        }

        @Override
        public int read() throws IOException {
            var b = in.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = in.read(buffer, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws IOException {
            seen += n;
            pieces++;
            if (seen > limits.body()) {
                throw new BodyLimitException("body larger than " + limits.body() + " bytes");
            }
            if (begun != null && pieces > MANY_PIECES && seen < pieces * SMALL_PIECE) {
                throw new BodyLimitException("body in pieces of fewer than " + SMALL_PIECE + " bytes");
            }
            if (begun != null && tooSlow(System.nanoTime() - begun)) {
                throw new BodyLimitException("body slower than " + FetchLimits.SLOWEST + " bytes a second");
            }
        }

        private boolean tooSlow(long nanos) {
            return nanos > limits.grace().toNanos() && seen < FetchLimits.SLOWEST * (nanos / 1e9);
        }
    }
}
