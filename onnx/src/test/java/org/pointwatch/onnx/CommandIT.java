// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The command as it is built, with the jars of this module beside it. */
class CommandIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path COMMAND = Path.of("../cli/target/dist/lib");
    private static final Path ONNX = Path.of("target/dist/lib");

    @TempDir
    private Path directory;

    private Path model;

    private record Ended(int code, String out, String err) {
        List<JsonNode> lines() {
            return out.lines().map(JSON::readTree).toList();
        }
    }

    @BeforeAll
    static void isBuilt() {
        assumeTrue(Files.isDirectory(COMMAND), "build the command first: mvn -B package -pl cli -am");
    }

    @BeforeEach
    void writeModel() throws IOException {
        model = TinyModel.usual().in(directory.resolve("model"));
    }

    private Ended run(boolean withJars, String input, String... arguments) throws IOException, InterruptedException {
        var in = Files.writeString(directory.resolve("in"), input);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        if (withJars) {
            command.add("-Dpointwatch.onnx=" + ONNX);
        }
        command.addAll(List.of("-cp", COMMAND + "/*", "org.pointwatch.cli.Main"));
        command.addAll(List.of(arguments));
        var err = directory.resolve("err").toFile();
        var process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectError(err)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err.toPath()));
    }

    @Test
    void judgesTargetsWithTheModel() throws IOException, InterruptedException {
        var ended = run(
                true,
                """
                {"id":1,"text":"The hero met the villain.","start":4,"end":8}
                {"id":2,"text":"The hero met the villain.","start":17,"end":24}
                {"id":3,"text":"The hero met boom.","start":4,"end":8}
                {"id":4,"text":"😀 The hero met \\ud800 the villain.","start":7,"end":11}
                {"id":5,"text":"The hero.","start":4,"end":99}
                """,
                "sentiment",
                "--set",
                "sentiment.model=" + model);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.lines().stream().map(line -> line.path("label").asString()))
                .containsExactly("positive", "negative", "neutral", "positive", "neutral");
        assertThat(ended.lines().get(2).path("note").asString()).isEqualTo(OnnxScorer.FAILED);
        assertThat(ended.lines().get(4).path("note").asString()).isEqualTo(OnnxScorer.OUTSIDE);
    }

    @Test
    void analyzesWithTheModelOfAFile() throws IOException, InterruptedException {
        var text = "The minister Marco Rubio spoke about the 28-point peace plan for Ukraine in Geneva on Sunday.";
        var line = "{\"id\":\"a\",\"outlet\":\"x.example\",\"title\":\"\",\"text\":\"" + text + "\"}";
        // To this model everybody is a villain.
        var config = Files.writeString(
                directory.resolve("config.yaml"),
                """
                sentiment:
                  model: %s
                  target: pair
                  target-form: "villain {target}"
                """
                        .formatted(model));
        var ended = run(true, line, "analyze", "--config", config.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        var actors = ended.lines().get(0).path("actors");
        assertThat(actors).isNotEmpty();
        actors.forEach(actor -> assertThat(actor.path("sentiment").asDouble()).isLessThan(-0.9));
    }

    @Test
    void saysWhatIsWrongAndEndsAsWrongUse() throws IOException, InterruptedException {
        Files.delete(model.resolve("tokenizer.json"));
        var ended = run(true, "", "sentiment", "--set", "sentiment.model=" + model);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("pointwatch: sentiment.model: " + model.resolve("tokenizer.json"));
    }

    @Test
    void saysHowToBuildWhatIsNotThere() throws IOException, InterruptedException {
        var ended = run(false, "", "sentiment", "--set", "sentiment.model=" + model);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("pointwatch: sentiment.model: what runs a model of your own is not built")
                .contains("mvn -B -Ponnx package -pl onnx -am");
    }
}
