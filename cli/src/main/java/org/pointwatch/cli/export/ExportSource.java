// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Something that can be exported. */
public interface ExportSource {
    /** As the command calls it, and what is in it. */
    String name();

    String meaning();

    /** The table that it needs. */
    String table();

    List<Field> fields();

    /** @throws org.pointwatch.cli.term.Failure if such a selection makes no sense here */
    void requireSelectable(Selection selection);

    PreparedStatement ask(Connection connection, Selection selection) throws SQLException;

    /** A row with all {@link #fields()} in their order. */
    ObjectNode read(ResultSet row) throws SQLException;
}
