// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Answers made small for those who take them so; quickly rather than well. */
final class Gzip extends GZIPOutputStream {
    static final String NAME = "gzip";

    /** Shorter ones fit into a packet as they are. */
    private static final int SHORTEST = 1_400;

    private Gzip(ByteArrayOutputStream to) throws IOException {
        super(to, 8_192);
        def.setLevel(Deflater.BEST_SPEED);
    }

    static boolean isFor(HttpFields asked, byte[] body) {
        return body.length >= SHORTEST
                && asked.getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream().anyMatch(NAME::equalsIgnoreCase);
    }

    static byte[] of(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new Gzip(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
