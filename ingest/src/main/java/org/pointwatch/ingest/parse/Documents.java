// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

/** Documents that come from a file and not from a server. */
public final class Documents {
    private Documents() {}

    /** The characters of an XML document, by the same rules as for feeds. */
    public static String text(byte[] bytes) {
        return Charsets.decode(bytes, null);
    }
}
