// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** How many coverage rows a second; the figure is for reading, the floor guards against a slip of ten times. */
@Tag("campaign")
class ThroughputTest {
    private static final int ROWS = 200_000;

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void storesCoverageFast() throws SQLException {
        try (var world = new World(BROKER, POSTGRES)) {
            world.run();
            publish(world);
            var began = Instant.now();
            world.start();
            world.awaitStored();
            var took = Duration.between(began, Instant.now());
            var rate = ROWS * 1_000L / took.toMillis();
            System.err.printf("%d coverage rows in %d ms: %d rows/s%n", ROWS, took.toMillis(), rate);
            assertThat(world.query("SELECT count(*) FROM coverage").get(0).get(0))
                    .isEqualTo((long) ROWS);
            assertThat(rate).isGreaterThan(2_000);
        }
    }

    private static void publish(World world) {
        try (var publish = Publish.to(world.kafka)) {
            for (var i = 0; i < ROWS; i++) {
                var coverage = Samples.coverage("point:p" + i % 200, NOON.plusSeconds(900L * (i / 200)), i, 1);
                publish.send(Topics.COVERAGE, Samples.key(coverage), coverage);
            }
        }
    }
}
