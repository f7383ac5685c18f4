// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The tables that the sink makes; its migrations are read as files, because the desk does not know the sink. */
final class Migrations {
    private static final Path FILES =
            Path.of(System.getProperty("basedir", ".")).resolve("../sink/src/main/resources/db/migration");

    private Migrations() {}

    static void apply(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            for (var file : inOrder()) {
                statement.execute(Files.readString(file));
            }
        }
    }

    private static List<Path> inOrder() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.sorted(Comparator.comparingInt(Migrations::version)).toList();
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
    }
}
