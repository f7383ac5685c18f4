// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The tables and views: made and moved on by numbered migrations, refused when they are ahead of this build. */
public final class Schema {
    private static final Map<String, String> PATIENCE =
            Map.of("connectTimeout", "5", "loginTimeout", "8", "socketTimeout", "30");

    private Schema() {}

    /**
     * Brings the database to this build's version; several at a time wait for one another.
     *
     * @return the version it has now
     * @throws SinkException if the schema is newer than this build or was changed by hand
     * @throws IllegalStateException if the database cannot be reached
     */
    public static String migrate(SinkSettings settings) {
        try {
            return bring(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot reach " + settings.place() + ": " + e.getMessage() + ". Is PostgreSQL up there?", e);
        }
    }

    /**
     * Begins {@link #migrate} while the caller does something else, such as waiting for Kafka: at a restart it takes a
     * second that the sink would wait for.
     */
    public static CompletableFuture<String> begin(SinkSettings settings) {
        return CompletableFuture.supplyAsync(() -> migrate(settings), task -> {
            var thread = new Thread(task, "schema");
            thread.setDaemon(true);
            thread.start();
        });
    }

    static String bring(SinkSettings settings) throws SQLException {
        try {
            var flyway = Flyway.configure()
                    .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                    .jdbcProperties(PATIENCE)
                    .locations("classpath:db/migration")
                    .load();
            refuseNewer(flyway, settings);
            flyway.migrate();
            return version(flyway.info().current());
        } catch (FlywayException e) {
            var cause = Trouble.behind(e);
            if (cause != null && Trouble.of(cause) != Trouble.FATAL) {
                throw cause;
            }
            throw new SinkException(
                    cause == null ? SinkException.Kind.SCHEMA : SinkException.Kind.REFUSED,
                    "the schema of " + settings.place() + " cannot be brought to this build's version: "
                            + e.getMessage()
                            + ". Check user and rights; if the tables were changed by hand, take an empty database: the"
                            + " sink fills it from the topics",
                    e);
        }
    }

    private static void refuseNewer(Flyway flyway, SinkSettings settings) {
        var info = flyway.info();
        var known = info.all().length == 0 ? "none" : "";
        for (var migration : info.all()) {
            if (migration.getState().isResolved()) {
                known = version(migration);
            } else if (migration.getState().isApplied()) {
                throw new SinkException(
                        SinkException.Kind.SCHEMA,
                        "the schema of %s is at version %s, this build knows up to %s: run the newer build, or give this one its own database"
                                .formatted(settings.place(), version(migration), known));
            }
        }
    }

    private static String version(MigrationInfo migration) {
        return migration == null || migration.getVersion() == null
                ? "none"
                : migration.getVersion().getVersion();
    }
}
