// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.cli.config.Key;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.term.Failure;

import static org.assertj.core.api.Assertions.assertThat;

/** The unit against what it relies on; {@code .ci/run} has systemd itself read it. */
final class SystemdTest {
    private static final Path FOLDER = Path.of("..", "deploy", "systemd");

    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = Files.readAllLines(FOLDER.resolve("pointwatch@.service"));
    }

    private Stream<String> values(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1));
    }

    @Test
    void aFailureIsTriedAgainAndWrongUsageIsNot() {
        assertThat(values("Restart")).containsExactly("on-failure");
        assertThat(values("RestartPreventExitStatus")).containsExactly(Integer.toString(Failure.USAGE));
        assertThat(values("SuccessExitStatus")).as("how Java answers SIGTERM").containsExactly("143");
    }

    @Test
    void everyVariableIsASetting() {
        var known = Keys.EVERY.stream().map(Key::variable).toList();
        assertThat(values("Environment")).isNotEmpty().allSatisfy(pair -> assertThat(known)
                .contains(pair.substring(0, pair.indexOf('='))));
    }

    @Test
    void itRunsAsTheUserThatIsMadeWhereTheManualPutsIt() throws IOException {
        assertThat(values("ExecStart")).containsExactly("/opt/pointwatch/pointwatch %i");
        assertThat(values("User")).containsExactly("pointwatch");
        assertThat(Files.readString(FOLDER.resolve("pointwatch.sysusers"))).contains("\nu pointwatch ");
        var manual = Files.readString(PrometheusFiles.MANUAL);
        assertThat(manual).contains("/opt/pointwatch", "pointwatch@run", "/etc/pointwatch/pointwatch.env");
    }
}
