// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which characters a page's bytes are. Precedence: byte order mark, HTTP header, the page's own {@code meta}, then UTF-8
 * if it is valid, else windows-1252. A claim of UTF-8 that the bytes refute loses to nothing: invalid bytes become U+FFFD.
 */
final class PageCharset {
    private static final int HEAD = 4_096;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern CLAIM =
            Pattern.compile("(?i)charset\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([A-Za-z0-9._:-]{1,40})");

    private PageCharset() {}

    static String decode(byte[] bytes, @Nullable String contentType) {
        var text = new String(bytes, charset(bytes, contentType));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] b, @Nullable String contentType) {
        if (b.length >= 2 && ((b[0] & 0xFF) << 8 | b[1] & 0xFF) == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        } else if (b.length >= 2 && ((b[0] & 0xFF) << 8 | b[1] & 0xFF) == 0xFFFE) {
            return StandardCharsets.UTF_16LE;
        }
        var claimed = contentType == null ? null : claim(contentType);
        if (claimed == null) {
            claimed = claim(new String(b, 0, Math.min(HEAD, b.length), StandardCharsets.ISO_8859_1));
        }
        return claimed != null ? claimed : validUtf8(b) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /** Wide charsets would have shown by their mark, and ISO 8859-1 is written where windows-1252 is meant. */
    private static @Nullable Charset claim(String text) {
        var m = CLAIM.matcher(text);
        if (!m.find()) {
            return null;
        }
        var name = m.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("utf-7")) {
            return null;
        }
        if (name.equals("iso-8859-1") || name.equals("latin1") || name.contains("ascii")) {
            return WINDOWS_1252;
        }
        try {
            var charset = Charset.forName(name);
            return new String(new byte[] {'<', 'p', '>'}, charset).equals("<p>") ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean validUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
