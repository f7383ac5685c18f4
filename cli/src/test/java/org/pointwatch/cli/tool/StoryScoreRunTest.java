// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

final class StoryScoreRunTest {
    private static final String REPORT =
            "The harbour office of Orlow sold a dredging licence to each of its clerks in turn.";
    private static final String OTHER =
            "Seven bakers from Tarn walked to the coast with a cart of rye bread for the ferry.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void missesAreListedWithWhatWasSaidAndWhatIsTrue() throws IOException {
        var gold = write(
                line("a", REPORT, "source", "original", null),
                line("b", REPORT, "copied", "copy", "a"),
                line("c", OTHER, "copied", "copy", "a"),
                line("a", REPORT, "source", "original", null));
        assertThat(run(gold, true)).isTrue();
        assertThat(out())
                .contains("\"c\"  copied  (" + gold + ":3)", "    Title of c", "  + original", "  - copy of \"a\"")
                .contains(gold + ": 3 articles, 1 wrong")
                .containsPattern("same text +1 +0 +1 +1.000 +0.500 +0.667")
                .containsPattern("rewrite +0 +0 +0 +- +- +-")
                .containsPattern("copy told from update +1 +1")
                .containsPattern("copied +2 +1")
                .doesNotContain("\"b\"  copied");
    }

    @Test
    void withoutMissesThereAreCountsOnly() throws IOException {
        run(write(line("a", REPORT, "k", "original", null), line("b", OTHER, "k", "copy", "a")), false);
        assertThat(out()).contains("2 articles, 1 wrong").doesNotContain("Title of b");
    }

    @Test
    void badGoldLinesAreNamedAndTheRestIsScored() throws IOException {
        var gold = write(
                line("a", REPORT, "source", "original", null),
                "{\"id\":\"b\",\"text\":\"no truth\"}",
                line("c", REPORT, "copied", "copy", null),
                line("d", REPORT, "copied", "copy", "gone"),
                line("a", REPORT, "source", "copy", "a"),
                "{\"id\":\"e\"");
        assertThat(run(gold, false)).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(gold + ":2: \"truth.relation\" is missing")
                .contains(gold + ":3: \"truth.of\" must be null")
                .contains(gold + ":4: \"truth.of\" names \"gone\"")
                .contains(gold + ":5: the revision at " + gold + ":1 has another truth")
                .contains(gold + ":6: no JSON object");
        assertThat(out()).contains("1 articles, 0 wrong");
    }

    private boolean run(String file, boolean misses) {
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new StoryScoreRun(talk, file).run(misses);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String line(String id, String text, String kind, String relation, String of) {
        var line = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("outlet", id + ".example")
                .put("title", "Title of " + id)
                .put("text", text)
                .put("published", "2026-01-05T10:0%d:00Z".formatted(id.charAt(0) - 'a'))
                .put("kind", kind);
        line.putObject("truth").put("relation", relation).put("of", of);
        return line.toString();
    }

    private String write(String... lines) throws IOException {
        return Files.write(folder.resolve("gold.jsonl"), List.of(lines)).toString();
    }
}
