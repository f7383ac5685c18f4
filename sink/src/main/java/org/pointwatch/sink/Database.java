// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The one connection, opened when it is needed and given up at the first doubt. */
final class Database implements AutoCloseable {
    /**
     * A writer that stalls holding locks loses them, so that whoever takes over gets on; a table locked by a person
     * makes us wait and say so rather than hang.
     */
    private static final String LIMITS =
            """
            SET lock_timeout = '10s'; SET statement_timeout = '50s';
            SET idle_in_transaction_session_timeout = '30s'; SET timezone = 'UTC'""";

    private final SinkSettings settings;
    private @Nullable Connection connection;
    private boolean migrated;

    Database(SinkSettings settings) {
        this.settings = settings;
    }

    Connection connection() throws SQLException {
        if (connection == null) {
            if (!migrated) {
                Schema.bring(settings);
                migrated = true;
            }
            connection = open();
        }
        return connection;
    }

    private Connection open() throws SQLException {
        var fresh = DriverManager.getConnection(settings.jdbcUrl(), properties());
        try (var statement = fresh.createStatement()) {
            statement.execute(LIMITS);
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
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
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
