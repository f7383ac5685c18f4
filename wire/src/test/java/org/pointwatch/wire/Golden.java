// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Bytes that an older build wrote, one record a line. Lines are added here, never changed. */
final class Golden {
    private Golden() {}

    /** Topics whose values are JSON: all but the letters that nobody could read. */
    static Stream<Topic<?>> topics() {
        return Topics.EVERY.stream().filter(t -> t.value() != byte[].class);
    }

    static List<String> records(Topic<?> topic) {
        return new String(bytes("/golden/" + topic.name() + ".jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static byte[] bytes(String resource) {
        try (var in = Golden.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
