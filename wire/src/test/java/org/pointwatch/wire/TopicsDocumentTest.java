// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/topics.md is written from {@link Topics}; {@code -Dsnapshot.update} writes it anew. */
final class TopicsDocumentTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", ".")).resolve("../docs/topics.md");

    @Test
    void saysWhatTheListOfTopicsSays() throws IOException {
        if (System.getProperty("snapshot.update") != null) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT).exists();
        assertThat(Files.readString(DOCUMENT))
                .as("docs/topics.md is stale: mvn -pl wire test -Dsnapshot.update writes it anew")
                .isEqualTo(document());
    }

    private static String document() {
        return Topics.EVERY.stream()
                .map(TopicsDocumentTest::row)
                .collect(Collectors.joining(
                        "\n",
                        """
                        # Topics

                        Written from `Topics.java` by a test; do not edit. Names carry the prefix `%s` unless configured otherwise.
                        Keys are plain strings; values are JSON with `"v":1` in front, described by a JSON Schema each (in the jar of
                        `wire` under `schema/`). Topics of one partitioning have the same number of partitions (default %d), fixed at creation.

                        | topic | key | value | cleanup | kept | partitioned | meaning |
                        |---|---|---|---|---|---|---|
                        """
                                .formatted(KafkaAccess.DEFAULT_PREFIX, TopicPlan.DEFAULT_PARTITIONS),
                        "\n"));
    }

    private static String row(Topic<?> t) {
        var raw = t.value() == byte[].class;
        var schema = "../wire/src/main/resources/schema/" + t.name() + ".schema.json";
        var kept =
                t.retention() == null ? "last value of each key" : t.retention().toDays() + " days";
        return "| `%s` | %s | [%s](%s) | %s | %s | %s | %s |"
                .formatted(
                        t.name(),
                        "`" + t.key().replace("|", "\\|") + "`",
                        raw ? "bytes" : t.value().getSimpleName(),
                        schema,
                        t.cleanup().policy(),
                        kept,
                        t.partitioning().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        t.meaning());
    }
}
