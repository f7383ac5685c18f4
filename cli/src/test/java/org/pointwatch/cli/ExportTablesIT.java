// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.ops.DashboardSqlTest;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every export in both text formats: what is read back is what was there, also where somebody meant harm. */
final class ExportTablesIT {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final String HOSTILE = "=HYPERLINK(\"x\";\"y\"),\r\n\"a\", ' \t;\u202eїжак 👍";

    @BeforeAll
    static void fill() throws SQLException, IOException {
        Schema.migrate(SinkSettings.of(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password()));
        DashboardSqlTest.fill(POSTGRES);
        try (var connection = POSTGRES.connect()) {
            for (var sql : List.of(
                    "UPDATE mentions SET sentence = ?",
                    "UPDATE findings SET title = ?",
                    "UPDATE alerts SET why = ?",
                    "UPDATE stances SET quotation = ?",
                    "UPDATE deadlines SET evidence = ?")) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, HOSTILE);
                    statement.executeUpdate();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "articles", "coverage", "deadlines", "mentions", "stances", "stories"})
    void bothFormatsSayTheSame(String what) {
        var objects =
                export(what).lines().map(line -> Json.MAPPER.readTree(line)).toList();
        assertThat(objects).isNotEmpty();
        var lines = parsed(export(what, "--format", "csv"));
        assertThat(lines).hasSize(objects.size() + 1);
        var head = lines.get(0);
        for (var i = 0; i < objects.size(); i++) {
            var object = objects.get(i);
            assertThat(head).isEqualTo(List.copyOf(object.propertyNames()));
            for (var column = 0; column < head.size(); column++) {
                assertThat(lines.get(i + 1).get(column))
                        .as(what + " " + head.get(column))
                        .isEqualTo(cell(object.get(head.get(column))));
            }
        }
        assertThat(what.equals("coverage") || objects.toString().contains("HYPERLINK"))
                .isTrue();
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        } else if (value.isString()) {
            return value.stringValue().startsWith("=") ? "'" + value.stringValue() : value.stringValue();
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            return String.join(
                    ";", value.valueStream().map(JsonNode::stringValue).toList());
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    /** RFC 4180, strictly. */
    private static List<List<String>> parsed(String csv) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var at = 0;
        while (at < csv.length()) {
            var cell = new StringBuilder();
            if (csv.charAt(at) == '"') {
                for (at++; csv.charAt(at) != '"' || at + 1 < csv.length() && csv.charAt(at + 1) == '"'; at++) {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    cell.append(csv.charAt(at));
                }
                at++;
            } else {
                for (; ",\r".indexOf(csv.charAt(at)) < 0; at++) {
                    assertThat(csv.charAt(at)).isNotIn('"', '\n');
                    cell.append(csv.charAt(at));
                }
            }
            line.add(cell.toString());
            if (csv.charAt(at) == ',') {
                at++;
            } else {
                assertThat(csv.substring(at, at + 2)).isEqualTo("\r\n");
                at += 2;
                lines.add(List.copyOf(line));
                line.clear();
            }
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "coverage; 18",
                "coverage --target point=army-cap; 3",
                "coverage --target point=army-cap/lang=en; 3",
                "coverage --target all --target actor=us; 6",
                "coverage --from 2025-11-21; 6",
                "coverage --to 2025-11-20T12:15:00Z; 6",
                "mentions; 3",
                "mentions --target point=army-cap; 2",
                "mentions --target actor=us; 1",
                "mentions --target pair=army-cap|us; 1",
                "mentions --target plan=small-plan; 3",
                "mentions --from 2025-11-20T12:10:00Z; 1",
                "articles; 2",
                "articles --target actor=us; 1",
                "articles --target pair=army-cap|us; 1",
                "articles --target pair=nato|us; 0",
                "stances; 2",
                "stances --target point=army-cap; 2",
                "stances --target pair=army-cap|us --from 2025-11-20; 1",
                "stories; 2",
                "stories --target point=army-cap --to 2025-11-20T12:10:00Z; 1",
                "alerts; 1",
                "alerts --target point=army-cap; 1",
                "alerts --target actor=us; 0",
                "alerts --to 2025-11-19; 0",
                "deadlines --target pair=army-cap|us; 1"
            })
    void rowsAreChosenByTimeAndTarget(String call, int rows) {
        assertThat(export(call.replace('=', ':').split(" ")).lines()).hasSize(rows);
    }

    private static String export(String... arguments) {
        var call = new ArrayList<>(List.of(
                "export",
                "--set=db.url=" + POSTGRES.jdbcUrl(),
                "--set=db.user=" + POSTGRES.user(),
                "--set=db.password=" + POSTGRES.password()));
        call.addAll(List.of(arguments));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        assertThat(Main.run(talk, call.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
