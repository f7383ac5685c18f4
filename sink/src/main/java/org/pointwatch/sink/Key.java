// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * How a topic's key becomes a primary key, short enough for an index.
 *
 * @param columns of the primary key
 * @param parse the columns' values; throws {@link BadRecordException} for what cannot be a key of this topic
 */
record Key(List<Column<String>> columns, Function<String, Object[]> parse) {
    private static final int LONGEST_TARGET = 1_000;
    private static final int LONGEST_ARTICLE = 200;
    private static final int LONGEST_WINDOW = 100;

    /** {@code <target>@<bucket start>} */
    static Key targetAndBucket() {
        return new Key(List.of(column("target", Column.Type.TEXT), column("bucket", Column.Type.TIMESTAMPTZ)), key ->
                new Object[] {target(key), bucket(key)});
    }

    /** {@code <target>@<window>} */
    static Key targetAndWindow() {
        return new Key(List.of(column("target", Column.Type.TEXT), column("window_name", Column.Type.TEXT)), key ->
                new Object[] {target(key), bounded(key.substring(at(key) + 1), LONGEST_WINDOW)});
    }

    static Key article() {
        return new Key(
                List.of(column("article", Column.Type.TEXT)), key -> new Object[] {bounded(key, LONGEST_ARTICLE)});
    }

    static Key deadline() {
        return new Key(List.of(column("id", Column.Type.TEXT)), key -> new Object[] {bounded(key, LONGEST_ARTICLE)});
    }

    /** {@code actor|point} */
    static Key actorAndPoint() {
        return new Key(List.of(column("actor", Column.Type.TEXT), column("point", Column.Type.TEXT)), key -> {
            var bar = key.indexOf('|');
            if (bar < 0) {
                throw new BadRecordException("bad-key", "the key has no | between actor and point");
            }
            return new Object[] {
                bounded(key.substring(0, bar), LONGEST_ARTICLE), bounded(key.substring(bar + 1), LONGEST_ARTICLE)
            };
        });
    }

    static Key alert() {
        return new Key(List.of(column("id", Column.Type.TEXT)), id -> new Object[] {bounded(id, LONGEST_ARTICLE)});
    }

    /** A URL of any length: its hash. */
    static Key feed() {
        return new Key(List.of(column("feed_hash", Column.Type.TEXT)), key -> new Object[] {hash(key)});
    }

    private static Column<String> column(String name, Column.Type type) {
        return new Column<>(name, type, key -> key);
    }

    private static String target(String key) {
        return bounded(key.substring(0, at(key)), LONGEST_TARGET);
    }

    private static int at(String key) {
        var at = key.lastIndexOf('@');
        if (at < 0) {
            throw new BadRecordException("bad-key", "the key has no @ between target and time");
        }
        return at;
    }

    private static Instant bucket(String key) {
        try {
            return Buckets.parse(key.substring(at(key) + 1));
        } catch (DateTimeException e) {
            throw new BadRecordException("bad-key", "the key does not end with an instant");
        }
    }

    private static String bounded(String part, int bytes) {
        if (Text.bytes(part) > bytes) {
            throw new BadRecordException(
                    "long-key", "the key is too long: " + Text.bytes(part) + " bytes, at most " + bytes);
        }
        if (!Text.storable(part)) {
            throw new BadRecordException("bad-key", "the key has U+0000 or half a character in it");
        }
        return part;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
