// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.models.ModelException;
import org.pointwatch.models.ModelRuntime;

import static org.assertj.core.api.Assertions.assertThat;

class NativesTest {
    @TempDir
    private Path directory;

    /** A process of its own: libraries load once in a process. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] args) {
            try {
                OnnxScorer.open(TinyModel.settings(Path.of(args[0])));
                System.out.println("opened");
            } catch (ModelException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private String open(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + directory.resolve("tmp")));
        command.addAll(List.of("-Duser.home=" + directory.resolve("home")));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Opening.class.getName()));
        command.add(TinyModel.usual().in(directory.resolve("model")).toString());
        Files.createDirectories(directory.resolve("tmp"));
        Files.createDirectories(directory.resolve("home"));
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile());
        builder.environment().put("HOME", directory.resolve("home").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("ORT_"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    @Test
    void saysWhereTheLibrariesLoad() throws IOException, InterruptedException {
        assertThat(open("-Dos.arch=riscv64"))
                .startsWith("sentiment.model: the native libraries of ONNX Runtime and its tokenizers do not load on ")
                .contains(" riscv64 (")
                .contains("elsewhere leave the key out, the built-in model needs none");
    }

    @Test
    void leavesNothingBehind() throws IOException, InterruptedException {
        assertThat(open()).isEqualTo("opened");
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
        assertThat(directory.resolve("home")).isEmptyDirectory();
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ModelRuntime.class)).singleElement().isInstanceOf(OnnxRuntime.class);
    }
}
