// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times as keys write them. The same few buckets come again and again, and reading one takes as long as a small record. */
final class Buckets {
    private static final int REMEMBERED = 10_000;
    private static final Map<String, Instant> READ = new ConcurrentHashMap<>();
    private static final Map<Instant, String> WRITTEN = new ConcurrentHashMap<>();

    private Buckets() {}

    /** @throws java.time.DateTimeException if it is no instant */
    static Instant parse(String text) {
        var known = READ.get(text);
        if (known != null) {
            return known;
        }
        var parsed = Instant.parse(text);
        room(READ).put(text, parsed);
        return parsed;
    }

    static String format(Instant time) {
        var known = WRITTEN.get(time);
        if (known != null) {
            return known;
        }
        var text = time.toString();
        room(WRITTEN).put(time, text);
        return text;
    }

    private static <K, V> Map<K, V> room(Map<K, V> memory) {
        if (memory.size() >= REMEMBERED) {
            memory.clear();
        }
        return memory;
    }
}
