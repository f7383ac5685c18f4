// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.wire.Json;
import tools.jackson.core.JacksonException;

/**
 * An article and what is true of it.
 *
 * @param relation original, copy, update or rewrite
 * @param of null for an original
 */
record Gold(
        String id, String outlet, String title, String text, Instant published, String relation, @Nullable String of) {

    static List<Gold> read(Path file) throws IOException {
        var gold = new ArrayList<Gold>();
        var lines = Files.readAllLines(file);
        for (var i = 0; i < lines.size(); i++) {
            try {
                gold.add(line(lines.get(i)));
            } catch (JacksonException | DateTimeException e) {
                throw Failure.of(file + ":" + (i + 1) + ": no gold line: " + e.getMessage(), e);
            }
        }
        return gold;
    }

    private static Gold line(String line) {
        var json = Json.MAPPER.readTree(line);
        var truth = json.path("truth");
        var of = truth.path("of");
        return new Gold(
                json.path("id").asString(),
                json.path("outlet").asString(),
                json.path("title").asString(""),
                json.path("text").asString(),
                Instant.parse(json.path("published").asString()),
                truth.path("relation").asString(),
                of.isNull() ? null : of.asString());
    }

    boolean sameText() {
        return relation.equals("copy") || relation.equals("update");
    }

    boolean rewrite() {
        return relation.equals("rewrite");
    }

    /** Whether it is what others can be copies of. */
    boolean ownStory() {
        return !sameText();
    }
}
