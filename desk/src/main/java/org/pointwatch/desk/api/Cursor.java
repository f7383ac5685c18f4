// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import tools.jackson.core.JacksonException;

/** Where the next page begins: the keys of the last row, opaque to readers. */
final class Cursor {
    private static final int LONGEST = 4_000;

    private Cursor() {}

    static String write(Object... keys) {
        var texts = java.util.Arrays.stream(keys).map(String::valueOf).toList();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(texts));
    }

    /** Null if this desk never wrote it. */
    static @Nullable List<String> read(String cursor) {
        if (cursor.length() > LONGEST) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
            List<String> keys = Json.MAPPER.readerForListOf(String.class).readValue(bytes);
            return keys.stream().anyMatch(k -> k == null || k.indexOf('\0') >= 0) ? null : keys;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }
}
