// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pointwatch.cli.ops.KubernetesFiles;
import org.pointwatch.cli.term.Talk;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code deploy/kubernetes} calls is there, with these options. */
final class DeployedCommandsTest {
    private static final String SETTINGS = "/etc/pointwatch/pointwatch.yaml";

    @TempDir
    private Path folder;

    static List<List<String>> commands() throws IOException {
        return KubernetesFiles.commands();
    }

    /** Its settings are not to be found here, so nothing starts; before that its words are read. */
    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfAManifestIsOneOfOurs(List<String> arguments) {
        assertThat(said(arguments)).doesNotContain("Usage:", "Unknown", "Unmatched");
        var wrong = new ArrayList<>(arguments);
        wrong.add("--no-such-option");
        assertThat(said(wrong)).contains("Unknown option: '--no-such-option'");
    }

    private String said(List<String> arguments) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        var call = new ArrayList<>(arguments);
        call.replaceAll(
                word -> word.equals(SETTINGS) ? folder.resolve("none.yaml").toString() : word);
        assertThat(call).isNotEqualTo(arguments);
        assertThat(Main.run(new Talk(stream, stream, false), call.toArray(String[]::new)))
                .isNotZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
