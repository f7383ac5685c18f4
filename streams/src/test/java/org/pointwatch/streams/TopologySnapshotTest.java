// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A changed line with {@code stores:}, {@code -repartition} or {@code topic:} is a migration of data. */
class TopologySnapshotTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/monitoring-topology.txt");

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        var settings = StreamsSettings.of(Path.of("target/state"), "snapshot", "any", 6);
        var properties = StreamsApp.properties(Stage.KAFKA, settings, new SimpleMeterRegistry());
        var described = MonitoringTopology.of(
                        Stage.KAFKA, settings, Clock.systemUTC(), new SimpleMeterRegistry(), properties)
                .describe()
                .toString();
        if (Boolean.getBoolean("snapshot.update")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, described);
        }
        assertThat(described).isEqualTo(Files.readString(SNAPSHOT));
    }
}
