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
    private static final String STATEMENT_TIMEOUT = "-c statement_timeout=10000";

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
        properties.setProperty("options", STATEMENT_TIMEOUT);
        properties.setProperty("ApplicationName", "pointwatch-desk");
        return properties;
    }

    /** Without the password, and without the address's parameters, which may hold one. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "") + " as " + user;
    }
}
