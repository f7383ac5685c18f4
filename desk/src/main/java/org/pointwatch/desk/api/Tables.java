// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections to the database that the sink fills, short-lived in the hands of a caller. */
public interface Tables {
    /** One unchanging view of the data for all that is asked through it. */
    Connection open() throws SQLException;

    /** To the few tables that are the desk's own; each statement is a transaction. */
    Connection openToWrite() throws SQLException;
}
