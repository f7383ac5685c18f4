// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

/** Content lines of RFC 5545: values escaped, lines folded between characters at 75 octets, ended by CR LF. */
final class IcsLines {
    private static final int MOST_OCTETS = 75;

    private final StringBuilder out = new StringBuilder();

    /** A value that is text. */
    IcsLines text(String name, String value) {
        return line(name + ":" + escaped(value));
    }

    /** A value of another type, from ourselves or checked before. */
    IcsLines value(String name, String value) {
        return line(name + ":" + value);
    }

    private IcsLines line(String line) {
        var octets = 0;
        for (var i = 0; i < line.length(); ) {
            var c = line.codePointAt(i);
            i += Character.charCount(c);
            var length = octets(c);
            if (octets + length > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += length;
        }
        out.append("\r\n");
        return this;
    }

    private static int octets(int c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }

    private static String escaped(String text) {
        return FeedText.clean(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
