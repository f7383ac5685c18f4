// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code replay} of a folder to a broker. */
final class ReplayCommandIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    @TempDir
    private Path folder;

    @Test
    void aFolderIsPublishedLineByLineAndBadLinesAreNamed() throws IOException {
        var good = Files.writeString(folder.resolve("a.jsonl"), line("a") + "\nnonsense\n\n" + line("b") + "\n");
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
            out.write(line("c").getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("notes.txt"), "no archive");
        var before = System.currentTimeMillis();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(
                talk,
                "replay",
                folder.toString(),
                "--set=kafka.bootstrap.servers=" + BROKER.kafka().bootstrap(),
                "--set=topics.prefix=" + BROKER.kafka().prefix(),
                "--set=topics.partitions=1");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("3 articles published from 2 files, 1 bad lines\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(good + ":2: no JSON object");
        assertThat(Collect.from(BROKER.kafka()).values(Topics.ARTICLES))
                .extracting(Revision::text)
                .isEqualTo(List.of("a", "b", "c"));
        assertThat(Collect.from(BROKER.kafka()).records(Topics.ARTICLES))
                .allSatisfy(r -> assertThat(r.timestamp()).isGreaterThanOrEqualTo(before));
    }

    private static String line(String name) {
        return "{\"url\":\"https://o.example/%1$s\",\"text\":\"%1$s\",\"published\":\"2019-01-01T00:00:00Z\"}"
                .formatted(name);
    }
}
