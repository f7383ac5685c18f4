// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The PostgreSQL that the sink fills. The desk reads it, and writes no table but those that are its own. */
public record DeskDatabase(String jdbcUrl, String user, String password) {
    private static final String CONNECT_SECONDS = "5";
    private static final String SOCKET_SECONDS = "15";

    /**
     * Short questions over recent data, which lie in memory: plans for those, and for the very days and words that are asked
     * for, and no compiler that costs more than it saves.
     */
    private static final String OPTIONS =
            "-c statement_timeout=10000 -c jit=off -c work_mem=32MB -c random_page_cost=1.1"
                    + " -c plan_cache_mode=force_custom_plan";

    /** For the few rows that are the desk's own; each statement is a transaction. */
    Connection openToWrite() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, properties());
    }

    /** Nothing that is asked may hang. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        properties.setProperty("options", OPTIONS);
        properties.setProperty("ApplicationName", "pointwatch-desk");
        return properties;
    }

    /** Without the password, and without the address's parameters, which may hold one. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "") + " as " + user;
    }
}
