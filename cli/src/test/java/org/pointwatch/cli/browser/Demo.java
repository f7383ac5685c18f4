// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.pointwatch.cli.tool.ArchiveReplay;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.KafkaAccess;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code pointwatch demo} in a process of its own, and a way to publish one more article into it. */
final class Demo implements AutoCloseable {
    private static final Pattern DESK = Pattern.compile("open (http://\\S+)/");
    private static final Pattern KAFKA = Pattern.compile("Kafka at ([^\\s,]+)");
    /** The sample world is over by then. */
    private static final String NOW = "2025-12-31T00:00:00Z";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final Path folder;
    private int published;

    private Demo(Process process, Path log, Path folder) {
        this.process = process;
        this.log = log;
        this.folder = folder;
    }

    static Demo start(Path folder) throws IOException {
        var log = folder.resolve("demo.log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.pointwatch.cli.Main",
                        "demo",
                        "--port=0",
                        "--data=" + folder.resolve("data")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Demo(process, log, folder);
    }

    /** Where the desk is, without a slash at the end. */
    String desk() {
        return told(DESK);
    }

    /** Until all of the sample world has been replayed and processed. */
    void awaitEnd() {
        told(Pattern.compile("the replay is over( and the desk goes on)"));
    }

    private String told(Pattern words) {
        Awaitility.await(words.pattern()).atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive())
                    .as("the demo runs; it said: %s", said())
                    .isTrue();
            return words.matcher(said()).find();
        });
        var found = words.matcher(said());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String said() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more article, as {@code pointwatch replay} publishes it; returns its address. */
    String publish(String outlet, String at, String title, String text) throws IOException {
        var url = "https://" + outlet + "/late-" + ++published;
        var article =
                Map.of("url", url, "outlet", outlet, "title", title, "text", text, "published", at, "language", "en");
        var file = Files.writeString(
                folder.resolve("late-" + published + ".jsonl"), Json.MAPPER.writeValueAsString(article) + "\n");
        var kafka = new KafkaAccess(told(KAFKA), KafkaAccess.DEFAULT_PREFIX, Map.of());
        var done = new ArchiveReplay(kafka, Instant.parse(NOW), bad -> {}, n -> {}).run(List.of(file.toString()));
        assertThat(done.published()).isEqualTo(1);
        return url;
    }

    /** How {@code pointwatch dossier score} ends on one gold line. */
    int score(String gold) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("gold.jsonl"), gold + "\n");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var scoring = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.pointwatch.cli.Main",
                        "dossier",
                        "score",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return scoring.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
