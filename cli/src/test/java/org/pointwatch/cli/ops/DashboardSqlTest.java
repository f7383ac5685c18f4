// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.PostgresExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The SQL of the dashboards, on the tables as the sink makes them. */
public final class DashboardSqlTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @BeforeAll
    static void fill() throws SQLException, IOException {
        Schema.migrate(SinkSettings.of(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password()));
        fill(POSTGRES);
    }

    /** A row or two in every table. */
    public static void fill(PostgresExtension postgres) throws SQLException, IOException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = DashboardSqlTest.class.getResourceAsStream("rows.sql")) {
            statement.execute(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyQueryGivesRows() throws SQLException, IOException {
        var queries = Dashboards.sql();
        assertThat(queries).hasSizeGreaterThan(15);
        try (var connection = POSTGRES.connect()) {
            for (var query : queries) {
                assertThat(rows(connection, query)).as(query.where()).isPositive();
            }
        }
    }

    private static int rows(Connection connection, Dashboards.Query query) throws SQLException {
        var sql = expanded(query.text());
        assertThat(sql).as(query.where()).doesNotContain("$");
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var meta = result.getMetaData();
            if (query.format().equals("time_series")) {
                assertThat(meta.getColumnName(1)).as(query.where()).isEqualTo("time");
            }
            var rows = 0;
            while (result.next()) {
                rows++;
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(query.where() + ": " + e.getMessage() + "\n" + sql, e);
        }
    }

    /** As Grafana's data source does it for a range. */
    private static String expanded(String sql) {
        return sql.replaceAll(
                        "\\$__timeFilter\\(([^)]*)\\)", "$1 BETWEEN '2025-11-17T00:00:00Z' AND '2025-11-24T00:00:00Z'")
                .replace("$__timeFrom()", "'2025-11-17T00:00:00Z'")
                .replace("$__timeTo()", "'2025-11-24T00:00:00Z'")
                .replace("${point:sqlstring}", "'point:army-cap','point:nato'");
    }

    @Test
    void theFilesBelongToNoGrafanaInParticular() throws IOException {
        var uids = new HashSet<String>();
        for (var file : Dashboards.files()) {
            var board = Dashboards.read(file);
            assertThat(board.path("id").isNull()).as(file + ": id").isTrue();
            assertThat(uids.add(board.path("uid").asString()))
                    .as(file + ": uid")
                    .isTrue();
            assertThat(board.findValues("datasource"))
                    .as(file + ": data sources are variables")
                    .allSatisfy(
                            source -> assertThat(source.path("uid").asString()).isIn("${postgres}", "${prometheus}"));
            board.path("panels").forEach(panel -> {
                if (!panel.path("type").asString().equals("row")) {
                    assertThat(panel.path("description").asString())
                            .as(file + ": " + panel.path("title").asString())
                            .isNotBlank();
                }
            });
        }
        assertThat(uids).hasSize(3);
    }
}
