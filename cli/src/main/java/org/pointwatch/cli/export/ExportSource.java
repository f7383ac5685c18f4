// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Something that can be exported. */
public interface ExportSource {
    /** The table that it needs. */
    String table();

    /** What a row is written as; its components are the fields, in their order. */
    Class<? extends Record> type();

    /** @throws org.pointwatch.cli.term.Failure if such a selection makes no sense here */
    void requireSelectable(Selection selection);

    PreparedStatement ask(Connection connection, Selection selection) throws SQLException;

    Record read(ResultSet row) throws SQLException;
}
