// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.sink.SinkSettings;

/** From a table to a stream, in portions: memory does not grow with the table. */
public record Exporting(ExportSource source, RowFormat format) {
    private static final int FETCHED_AT_ONCE = 1_000;
    private static final String UNDEFINED_TABLE = "42P01";

    /**
     * Writes the rows of one look at the table and says how many they were.
     *
     * @throws Failure if the database does not give them, or nobody takes them
     */
    public long run(SinkSettings database, Selection selection, PrintStream out) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // without which all rows would come at once
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return write(connection, selection, out);
        } catch (SQLException e) {
            throw Failure.of(
                    UNDEFINED_TABLE.equals(e.getSQLState())
                            ? "the database has no table " + source.table()
                                    + ": start a sink of this version, which brings its tables on"
                            : "the database does not give its " + source.table() + ": " + e.getMessage(),
                    e);
        }
    }

    private long write(Connection connection, Selection selection, PrintStream out) throws SQLException {
        var written = 0L;
        try (var statement = source.ask(connection, selection)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var rows = statement.executeQuery();
                    var writer = format.open(source.fields(), out)) {
                while (rows.next()) {
                    writer.row(source.read(rows));
                    written++;
                    if (written % FETCHED_AT_ONCE == 0) {
                        requireReader(out, written);
                    }
                }
            }
        } catch (IOException e) {
            throw Failure.of("what was read could not be written as " + format.name() + " (" + e + ")", e);
        }
        requireReader(out, written);
        return written;
    }

    private static void requireReader(PrintStream out, long written) {
        if (out.checkError()) {
            throw Failure.of(
                    "what was written could not be taken (is the disk full, or the reader gone?); it ends at row "
                            + written + " or before");
        }
    }
}
