// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;

/** Stands where a desk has no database. */
final class NoDatabase implements Tables {
    @Override
    public Connection open() throws SQLException {
        throw new NoTables();
    }

    @Override
    public Connection openToWrite() throws SQLException {
        throw new NoTables();
    }
}
