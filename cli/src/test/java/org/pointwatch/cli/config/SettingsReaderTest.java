// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class SettingsReaderTest {
    @TempDir
    private Path folder;

    @Test
    void laterLayersWin() throws IOException {
        var file = file("desk:\n  port: 1\nfetch.threads: 3\nprocess:\n  commit-interval: 2s\n");
        var settings = SettingsReader.read(
                file, Map.of("POINTWATCH_DESK_PORT", "2", "POINTWATCH_FETCH_THREADS", "4"), List.of("desk.port=5"));
        assertThat(settings.get(Keys.DESK_PORT)).isEqualTo(5);
        assertThat(settings.get(Keys.FETCH_THREADS)).isEqualTo(4);
        assertThat(settings.get(Keys.PROCESS_COMMIT)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.get(Keys.DESK_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.has(Keys.BOOTSTRAP)).isFalse();
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirPlaces() throws IOException {
        var file = file(
                "desk:\n  prot: 80\n\nfetch:\n  interval: soon\n  threads: [1]\ndossier: x.yaml\ndesk.port: 99999\n");
        var thrown = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(
                        file, Map.of("POINTWATCH_TOPICS_PARTITIONS", "no"), List.of("zzzzzzzzzzzzzz=1", "nothing")));
        assertThat(thrown.problems())
                .containsExactlyInAnyOrder(
                        file + ":2: desk.prot: unknown key; did you mean desk.port?",
                        file + ":5: fetch.interval: 'soon' is not a duration such as 100ms, 30s, 15m, 6h or 2d",
                        file + ":6: fetch.threads: one value is expected, found a list",
                        file + ":8: desk.port: '99999' is not a port from 0 (any free one) to 65535",
                        "POINTWATCH_TOPICS_PARTITIONS: topics.partitions: 'no' is not a whole number from 1 to 1000",
                        "--set zzzzzzzzzzzzzz: zzzzzzzzzzzzzz: unknown key; see docs/configuration.md",
                        "--set nothing: expected key=value");
    }

    @Test
    void namesTheLineWhereYamlBreaks() throws IOException {
        var file = file("data: ./x\ndesk: {port: 1\n");
        var thrown =
                catchThrowableOfType(SettingsException.class, () -> SettingsReader.read(file, Map.of(), List.of()));
        assertThat(thrown.problems())
                .singleElement()
                .asString()
                .startsWith(file + ":")
                .contains("not readable as YAML");
    }

    @Test
    void namesAFileThatCannotBeRead() {
        var thrown = catchThrowableOfType(
                SettingsException.class, () -> SettingsReader.read(folder.resolve("none.yaml"), Map.of(), List.of()));
        assertThat(thrown.problems()).singleElement().asString().contains("none.yaml: cannot be read");
    }

    @Test
    void handsRawKafkaKeysThrough() throws IOException {
        var file = file("kafka:\n  bootstrap.servers: a:1,b:2\n  security.protocol: SASL_SSL\n");
        var settings = SettingsReader.read(file, Map.of(), List.of("kafka.sasl.mechanism=PLAIN"));
        assertThat(settings.get(Keys.BOOTSTRAP)).isEqualTo("a:1,b:2");
        assertThat(settings.kafka())
                .containsExactlyInAnyOrderEntriesOf(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"));
    }

    @Test
    void takesASecretFromAFileAndNeverShowsABadOne() throws IOException {
        var secret = folder.resolve("secret");
        Files.writeString(secret, "geheim\n");
        var settings = SettingsReader.read(null, Map.of("POINTWATCH_DB_PASSWORD_FILE", secret.toString()), List.of());
        assertThat(settings.get(Keys.DB_PASSWORD)).isEqualTo("geheim");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }
}
