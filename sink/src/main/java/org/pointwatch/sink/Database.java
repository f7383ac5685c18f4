// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection, opened when it is needed and given up at the first doubt. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /**
     * A writer that stalls holding locks loses them, so that whoever takes over gets on; a table locked by a person
     * makes us wait and say so rather than hang.
     */
    private static final String LIMITS =
            """
            SET lock_timeout = '5s'; SET statement_timeout = '%ds';
            SET idle_in_transaction_session_timeout = '12s'; SET timezone = 'UTC'""";

    private static final int SHORTEST_PATIENCE = 8;
    private static final int LONGEST_PATIENCE = 64;

    /** The server is to give up before we do, so that we hear of it. */
    private static final int FOR_THE_ANSWER = 2;

    private final SinkSettings settings;
    private @Nullable Connection connection;
    private @Nullable Future<?> migration;

    /** Seconds for one statement: short, so that a stalled connection is noticed, but a slow database is not given up. */
    private int patience = SHORTEST_PATIENCE;

    /** @param migration begun before; null if nobody has */
    Database(SinkSettings settings, @Nullable Future<?> migration) {
        this.settings = settings;
        this.migration = migration;
    }

    Connection connection() throws SQLException {
        if (connection == null) {
            if (!migrated()) {
                Schema.bring(settings);
                migration = CompletableFuture.completedFuture(null);
            }
            connection = open();
        }
        return connection;
    }

    /** What went wrong in one that was begun before is met, and told, where it is done again. */
    private boolean migrated() {
        try {
            if (migration != null) {
                migration.get();
                return true;
            }
        } catch (ExecutionException e) {
            LOG.debug("the schema is looked at again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        migration = null;
        return false;
    }

    private Connection open() throws SQLException {
        var fresh = DriverManager.getConnection(settings.jdbcUrl(), properties());
        try (var statement = fresh.createStatement()) {
            statement.execute(LIMITS.formatted(patience));
            fresh.setAutoCommit(false);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "pointwatch-sink");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "8");
        properties.setProperty("socketTimeout", Integer.toString(patience + FOR_THE_ANSWER));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** What took too long gets twice the time on the next connection. */
    void suspect(SQLException e) {
        if ("57014".equals(e.getSQLState()) || Trouble.timedOut(e)) {
            patience = Math.min(patience * 2, LONGEST_PATIENCE);
        }
    }

    void trust() {
        patience = SHORTEST_PATIENCE;
    }

    /** Whatever was not committed is rolled back by the server. */
    void drop() {
        var old = connection;
        connection = null;
        if (old != null) {
            try {
                old.abort(Runnable::run);
            } catch (SQLException e) {
                // It was given up because it does not work.
            }
        }
    }

    @Override
    public void close() {
        drop();
    }
}
