// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.embedded.EmbeddedStartException.Kind.IN_USE;
import static org.pointwatch.embedded.Refusals.assertRefused;

@Tag("broker")
final class KilledProcessTest {

    @TempDir
    private Path temp;

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        var process = startBoth();
        try {
            assertThat(process.inputReader(UTF_8).readLine()).isEqualTo(BothServices.READY);
            assertRefused(IN_USE, () -> DataDirectory.open(temp), "process " + process.pid());
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        var orphan = postmaster();
        assertThat(orphan.isAlive()).as("the database outlives its owner").isTrue();
        try (var data = DataDirectory.open(temp);
                var broker = EmbeddedBroker.start(BrokerSettings.in(data.broker()));
                var database = EmbeddedDatabase.start(Refusals.database(data.postgres()))) {
            assertThat(orphan.onExit()).as("the orphan's end").succeedsWithin(Duration.ofSeconds(5));
            assertThat(Rows.query(database, "select name from kept")).containsExactly("row");
            assertThat(Records.readAll(broker.bootstrapServers())).containsExactly("one", "two");
        }
    }

    private Process startBoth() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BothServices.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private ProcessHandle postmaster() throws IOException {
        var note = Files.readAllLines(temp.resolve("postgres/data/postmaster.pid"), UTF_8);
        return ProcessHandle.of(Long.parseLong(note.get(0).strip())).orElseThrow();
    }
}
