// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import com.optimaize.langdetect.ngram.NgramExtractors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the library's profiles, a JSON object {@code {"freq":{"the":3415279,…},…}} without escapes or blanks. Read by
 * hand: through the library's own reader, loading took half a second, longer than the rest of a command.
 */
final class ProfileFile {
    private static final String FREQUENCIES = "\"freq\":{";

    /** How often an n-gram stood in the library's corpus. */
    record Count(String ngram, int times) {}

    private ProfileFile() {}

    static List<Count> read(String language) {
        var path = "languages/" + language;
        try (var in = NgramExtractors.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw unusable(path);
            }
            return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " of language-detector's jar cannot be read", e);
        }
    }

    private static List<Count> parse(String path, String json) {
        var at = json.indexOf(FREQUENCIES) + FREQUENCIES.length();
        var end = json.indexOf('}', at);
        if (at < FREQUENCIES.length() || end < 0) {
            throw unusable(path);
        }
        var counts = new ArrayList<Count>();
        while (at < end) {
            var colon = json.indexOf(':', at);
            var comma = json.indexOf(',', colon);
            var to = comma < 0 ? end : Math.min(comma, end);
            counts.add(new Count(json.substring(at + 1, colon - 1), Integer.parseInt(json, colon + 1, to, 10)));
            at = to + 1;
        }
        return counts;
    }

    private static IllegalStateException unusable(String path) {
        return new IllegalStateException("language-detector's jar on the class path has no usable " + path
                + ": build again with `mvn -B clean package`, or take the version that the root pom names");
    }
}
