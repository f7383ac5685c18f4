// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which characters the bytes of a document are. Precedence: byte order mark, then the shape of the first bytes (wide
 * encodings show their zero bytes), then the XML declaration, then the HTTP header, then UTF-8 if it is valid, else
 * windows-1252. The declaration goes before the header because servers send one header for all files. A declaration
 * that the bytes contradict (UTF-16 spelled in single bytes) is not believed. Invalid bytes become U+FFFD.
 */
final class Charsets {
    private static final int PROLOG = 1_024;
    private static final Pattern DECLARED = Pattern.compile(
            "^\\s{0,64}(?:<!--.{0,600}?-->\\s{0,64})?<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']",
            Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String contentType) {
        var charset = charset(bytes, contentType);
        var text = new String(bytes, charset);
        var start = 0;
        while (start < text.length() && text.charAt(start) == '\uFEFF') {
            start++;
        }
        return text.substring(start);
    }

    private static Charset charset(byte[] bytes, @Nullable String contentType) {
        var shape = byShape(bytes);
        if (shape != null) {
            return shape;
        }
        var head = new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        var named = declared.find() ? narrow(declared.group(1)) : null;
        if (named == null && contentType != null) {
            var header = HEADER.matcher(contentType);
            named = header.find() ? narrow(header.group(1)) : null;
        }
        if (named != null) {
            return named;
        }
        return validUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static @Nullable Charset byShape(byte[] b) {
        if (begins(b, 0xFF, 0xFE, 0, 0) || begins(b, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (begins(b, 0, 0, 0xFE, 0xFF) || begins(b, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        } else if (begins(b, 0xFF, 0xFE) || begins(b, '<', 0) || begins(b, '{', 0)) {
            return StandardCharsets.UTF_16LE;
        } else if (begins(b, 0xFE, 0xFF) || begins(b, 0, '<') || begins(b, 0, '{')) {
            return StandardCharsets.UTF_16BE;
        } else if (begins(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return begins(b, 0x4C, 0x6F, 0xA7, 0x94) ? ebcdic(b) : null;
    }

    private static @Nullable Charset ebcdic(byte[] bytes) {
        if (!Charset.isSupported("IBM037")) {
            return null;
        }
        var plain = Charset.forName("IBM037");
        var head = new String(bytes, 0, Math.min(bytes.length, PROLOG), plain);
        var declared = DECLARED.matcher(head);
        var named = declared.find() ? supported(declared.group(1)) : null;
        return named == null ? plain : named;
    }

    private static boolean begins(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A charset whose ASCII is ASCII: the wide ones would have shown by shape. */
    private static @Nullable Charset narrow(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("utf-16")
                || lower.startsWith("utf-32")
                || lower.startsWith("utf-7")
                || lower.contains("ucs-")
                || lower.equals("us-ascii")
                || lower.equals("ascii")) {
            return null;
        }
        return lower.equals("iso-8859-1") || lower.equals("latin1") ? WINDOWS_1252 : supported(lower);
    }

    private static @Nullable Charset supported(String name) {
        try {
            var charset = Charset.forName(name);
            return asciiSafe(charset) || name.toLowerCase(Locale.ROOT).startsWith("ibm") || name.startsWith("cp")
                    ? charset
                    : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean asciiSafe(Charset charset) {
        var probe = "<?xml>".getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals("<?xml>".toCharArray(), new String(probe, charset).toCharArray());
    }

    private static boolean validUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(PROLOG);
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }
}
