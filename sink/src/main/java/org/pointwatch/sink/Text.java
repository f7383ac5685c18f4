// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strings as PostgreSQL can hold them: it refuses U+0000, and the driver turns a lone surrogate into a question mark. */
final class Text {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ESCAPED_NUL = "\\u0000";

    private Text() {}

    /** NUL and lone surrogates become U+FFFD; the same string if there are none. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null || storable(text)) {
            return text;
        }
        var cleaned = text.toCharArray();
        for (var i = 0; i < cleaned.length; i++) {
            if (Character.isHighSurrogate(cleaned[i])
                    && i + 1 < cleaned.length
                    && Character.isLowSurrogate(cleaned[i + 1])) {
                i++;
            } else if (cleaned[i] == 0 || Character.isSurrogate(cleaned[i])) {
                cleaned[i] = REPLACEMENT;
            }
        }
        return new String(cleaned);
    }

    static boolean storable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** JSON text for a jsonb column, which refuses the escape of NUL as well. */
    static String cleanJson(String json) {
        var cleaned = storable(json) ? json : String.valueOf(clean(json));
        return cleaned.contains(ESCAPED_NUL) ? withoutEscapedNul(cleaned) : cleaned;
    }

    private static String withoutEscapedNul(String json) {
        var out = new StringBuilder(json.length());
        for (var i = 0; i < json.length(); i++) {
            if (json.charAt(i) != '\\') {
                out.append(json.charAt(i));
            } else if (json.startsWith(ESCAPED_NUL, i)) {
                out.append(REPLACEMENT);
                i += ESCAPED_NUL.length() - 1;
            } else {
                out.append(json, i, i + 2);
                i++;
            }
        }
        return out.toString();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** At most this many UTF-16 units, never half a character. */
    static String cut(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }
}
