// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.pointwatch.desk.api.Tables;

/** A few connections that only read, kept open; it opens none before the first question. */
final class DeskPool implements Tables, AutoCloseable {
    private static final int MOST = 8;
    private static final long WAIT_MILLIS = 3_000;
    private static final String REPEATABLE_READ = "TRANSACTION_REPEATABLE_READ";

    private final DeskDatabase database;
    private final HikariDataSource pool;

    DeskPool(DeskDatabase database, MeterRegistry metrics) {
        this.database = database;
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setDataSourceProperties(database.properties());
        config.setPoolName("desk");
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation(REPEATABLE_READ);
        pool = new HikariDataSource(config);
        metrics.gauge("pointwatch.desk.pool.active", pool, DeskPool::active);
    }

    private static double active(HikariDataSource pool) {
        var bean = pool.getHikariPoolMXBean();
        return bean == null ? 0 : bean.getActiveConnections();
    }

    @Override
    public Connection open() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection openToWrite() throws SQLException {
        return database.openToWrite();
    }

    @Override
    public void close() {
        pool.close();
    }
}
