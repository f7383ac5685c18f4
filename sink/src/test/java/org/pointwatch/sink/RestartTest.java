// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.embedded.DatabaseSettings;
import org.pointwatch.embedded.EmbeddedDatabase;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Publish;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL is stopped and started in the middle of batches. */
@Tag("campaign")
class RestartTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @Test
    void goesOnAfterTheDatabaseRestartedInTheMiddleOfABatch(@TempDir Path directory) throws SQLException {
        var where = DatabaseSettings.in(directory.resolve("data"))
                .withBinaries(Path.of("target", "postgres-binaries").toAbsolutePath());
        var database = new AtomicReference<>(EmbeddedDatabase.start(where));
        var first = database.get();
        var settings = SinkSettings.of(first.jdbcUrl(), first.user(), first.password());
        var restarts = new AtomicInteger();
        try (var world = new World(BROKER, settings);
                var publish = Publish.to(world.kafka)) {
            Samples.publishAll(publish, 0);
            world.start(settings, world.kafka, step -> {
                var due = restarts.get() == 0 ? Checkpoint.Step.ROWS_WRITTEN : Checkpoint.Step.OFFSETS_ADVANCED;
                if (step == due && restarts.getAndIncrement() < 2) {
                    database.get().close();
                    database.set(EmbeddedDatabase.start(where));
                }
            });
            world.awaitStored();
            assertThat(restarts).hasValueGreaterThan(1);
            assertThat(database.get().jdbcUrl()).isEqualTo(first.jdbcUrl());
            assertThat(world.query("SELECT (SELECT count(*) FROM coverage), (SELECT count(*) FROM mentions)"))
                    .containsExactly(List.of(8L, 16L));
        } finally {
            database.get().close();
        }
    }
}
