// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.docker;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.config.Key;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.SettingsReader;

import static org.assertj.core.api.Assertions.assertThat;

/** The shipped compose files, without an engine: they name settings that exist, and say the same. */
final class ComposeFileTest {
    private static final Map<String, String> SECRETS =
            Map.of("POINTWATCH_DB_PASSWORD", "a password", "POINTWATCH_DESK_TOKEN", "0123456789abcdef");
    private static final Set<String> OF_THE_LAUNCHER = Set.of("POINTWATCH_JAVA_OPTS");

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.host.yaml"})
    void everyVariableIsASettingWithAGoodValue(String file) throws IOException {
        var known = Keys.EVERY.stream().map(Key::variable).collect(Collectors.toCollection(HashSet::new));
        known.addAll(OF_THE_LAUNCHER);
        for (var service : ComposeFile.read(file, SECRETS).services().values()) {
            assertThat(known).containsAll(service.environment().keySet());
            SettingsReader.read(null, service.environment(), List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.host.yaml"})
    void everyRoleIsThereWithAHealthcheckOfItsOwn(String file) throws IOException {
        var services = ComposeFile.read(file, SECRETS).services();
        assertThat(services.keySet()).contains("broker", "fetch", "process", "sink", "desk");
        for (var role : List.of("broker", "fetch", "process", "sink", "desk")) {
            assertThat(services.get(role).command()).as(role).containsExactly(role);
            assertThat(services.get(role).healthcheck()).as(role).startsWith("CMD");
        }
    }

    @Test
    void bothFilesRunTheSameCommandsOfTheSameImage() throws IOException {
        assertThat(commands("compose.host.yaml")).isEqualTo(commands("compose.yaml"));
    }

    private static Map<String, List<String>> commands(String file) throws IOException {
        var commands = new TreeMap<String, List<String>>();
        ComposeFile.read(file, SECRETS).services().forEach((name, service) -> {
            assertThat(service.image()).isEqualTo("pointwatch:local");
            assertThat(service.readOnly()).as(name).isTrue();
            commands.put(name, service.command());
        });
        return commands;
    }
}
