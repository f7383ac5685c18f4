// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, before and after one layer of gzip. */
final class BoundedBody {
    private BoundedBody() {}

    static byte[] read(InputStream raw, @Nullable String encoding, int limit) throws IOException {
        var bounded = new Bounded(raw, limit);
        var decoded =
                switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> bounded;
                    case "gzip", "x-gzip" -> new Bounded(new GZIPInputStream(bounded), limit);
                    default -> throw new IOException("Content-Encoding " + encoding + " was not asked for");
                };
        var out = new ByteArrayOutputStream();
        decoded.transferTo(out);
        return out.toByteArray();
    }

    /** Fails with the first byte over the limit, so that a bomb costs no more than the limit. */
    private static final class Bounded extends FilterInputStream {
        private final int limit;
        private long seen;

        Bounded(InputStream in, int limit) {
            super(in);
            this.limit = limit;
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
            if (seen > limit) {
                throw new IOException("body larger than " + limit + " bytes");
            }
        }
    }
}
