// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;

/** The course of a replay, as its clock and the database show it. */
public final class Replay {
    /** Ten days in 36 seconds. */
    public static final long SPEED = 24_000;

    /** How long the clock runs on behind the world's end, so that every feed is asked once more. */
    public static final Duration AFTERWARDS = Duration.ofHours(12);

    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final String POLLED = "SELECT count(*) FROM feeds WHERE last_poll >= ?";
    private static final long LOOK_MS = 200;

    private final SampleWorld world;
    private final FastClock clock;
    private final SinkSettings database;

    public Replay(SampleWorld world, FastClock clock, SinkSettings database) {
        this.world = world;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Returns when the clock has passed the end and every feed has been asked after it.
     *
     * @param enough ends the wait early
     * @param progress is told every {@code every} milliseconds
     */
    public void await(BooleanSupplier enough, Consumer<String> progress, long every) throws InterruptedException {
        var said = System.nanoTime();
        var patience = 0L;
        while (!enough.getAsBoolean()) {
            if (!clock.instant().isBefore(world.end())) {
                patience = patience == 0 ? System.nanoTime() + LONGEST_REST.toNanos() : patience;
                var polled = polledAfterEnd();
                if (polled >= world.outlets().size()) {
                    return;
                }
                if (System.nanoTime() > patience) {
                    throw Failure.of("only " + polled + " of " + world.outlets().size()
                            + " sample feeds were asked again after the end; run with --verbose to see why");
                }
            }
            if (System.nanoTime() - said > TimeUnit.MILLISECONDS.toNanos(every)) {
                progress.accept(line());
                said = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private String line() {
        var now = clock.instant();
        var all = Duration.between(world.start(), world.end()).toMillis();
        var done = Math.min(100, 100 * Duration.between(world.start(), now).toMillis() / all);
        var tally = tally();
        return String.format(
                Locale.ROOT,
                "  ▶ %-12s %3d %%  %s  %d articles → %d stories, %d points",
                "replay",
                done,
                now.truncatedTo(ChronoUnit.HOURS),
                tally.articles(),
                tally.stories(),
                tally.points().size());
    }

    public Tally tally() {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return Tally.read(connection);
        } catch (SQLException e) {
            throw Failure.of("the counts cannot be read from the database: " + e.getMessage(), e);
        }
    }

    private int polledAfterEnd() {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.prepareStatement(POLLED)) {
            statement.setObject(1, OffsetDateTime.ofInstant(world.end(), ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw Failure.of("the feeds' state cannot be read from the database: " + e.getMessage(), e);
        }
    }
}
