// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("../pointwatch").toAbsolutePath().normalize();
    private static final List<String> TOOLS =
            List.of("bash", "env", "dirname", "readlink", "sed", "head", "tr", "find", "cat", "mkdir", "rm");

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void withoutAJdkSaysWhereItLookedAndWhatToDo() throws Exception {
        var ended = run(LAUNCHER, Map.of("JAVA_HOME", folder.resolve("nowhere").toString()));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("needs a JDK, version 17 or newer")
                .contains("JAVA_HOME: no bin/java in " + folder.resolve("nowhere"))
                .contains("java on PATH: none")
                .contains("openjdk-17-jdk");
    }

    @Test
    void anOldJavaIsNamedAndNotUsed() throws Exception {
        var old = java("old", "11.0.2", "echo never");
        var ended = run(LAUNCHER, Map.of("JAVA_HOME", old.toString()));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("needs Java 17 or newer, found 11 in " + old);
    }

    @Test
    void anImageIsRunWithoutABuildThroughASymbolicLinkFromAnywhere() throws Exception {
        var image = Files.createDirectories(folder.resolve("image"));
        Files.createDirectories(image.resolve("lib"));
        Files.copy(LAUNCHER, image.resolve("pointwatch"));
        var link = Files.createSymbolicLink(folder.resolve("link"), image.resolve("pointwatch"));
        var jdk = java("jdk", "25.0.1", "printf '%s\\n' \"$@\"");
        var ended = run(link, Map.of("JAVA_HOME", jdk.toString(), "POINTWATCH_JAVA_OPTS", "-Xmx77m"), "feeds", "ä b");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .contains("--sun-misc-unsafe-memory-access=allow", "-Xmx77m", image.toRealPath() + "/lib/*")
                .endsWith("org.pointwatch.cli.Main", "feeds", "ä b");
    }

    @Test
    void namesTheFolderOfWhatRunsAModelOnlyWhereThereIsOne() throws Exception {
        var image = Files.createDirectories(folder.resolve("image"));
        Files.createDirectories(image.resolve("lib"));
        Files.copy(LAUNCHER, image.resolve("pointwatch"));
        var environment = Map.of(
                "JAVA_HOME", java("jdk", "17.0.1", "printf '%s\\n' \"$@\"").toString());
        assertThat(run(image.resolve("pointwatch"), environment, "feeds").out()).doesNotContain("onnx");
        Files.createDirectories(image.resolve("onnx"));
        assertThat(run(image.resolve("pointwatch"), environment, "feeds").out().lines())
                .contains("-Dpointwatch.onnx=" + image.toRealPath() + "/onnx");
    }

    /** A Java home whose program is a shell script. */
    private Path java(String name, String version, String script) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var program = home.resolve("bin/java");
        script(program, script);
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** With a PATH that has the common tools and no Java. */
    private Ended run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("POINTWATCH_JAVA_PLACES", "");
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Path tools() throws IOException {
        var bin = folder.resolve("bin");
        if (!Files.exists(bin)) {
            Files.createDirectories(bin);
            for (var tool : TOOLS) {
                for (var place : List.of("/bin", "/usr/bin")) {
                    var file = Path.of(place, tool);
                    if (Files.exists(file) && !Files.exists(bin.resolve(tool))) {
                        script(bin.resolve(tool), "exec " + file + " \"$@\"");
                    }
                }
            }
        }
        return bin;
    }
}
