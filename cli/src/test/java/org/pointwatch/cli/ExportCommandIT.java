// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.sink.Schema;
import org.pointwatch.sink.SinkSettings;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code export} of tables as the sink makes them. */
final class ExportCommandIT {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final String HEAD =
            "id,due,precision,status,history,points,actors,setBy,bound,stories,firstSeen,lastSeen,evidence,evidenceArticle,into";

    private record Ended(int code, String out, String err) {
        List<String> ids() {
            return out.lines()
                    .map(line -> Json.MAPPER.readTree(line).path("id").asString())
                    .toList();
        }
    }

    @BeforeAll
    static void fill() throws SQLException {
        Schema.migrate(SinkSettings.of(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password()));
        deadline("d1", "[\"army-cap\"]", "[\"us\",\"ukraine\"]", "2025-11-20", "=cmd, they \"said\"");
        deadline("d2", "[\"ceasefire\",\"army-cap\"]", "[\"rubio\"]", "2025-11-22", "До четверга\nабо ні.");
        deadline("d3", "[]", "[\"us\"]", "2025-11-24", "By Thursday.");
    }

    private static void deadline(String id, String points, String actors, String day, String evidence)
            throws SQLException {
        execute(
                """
                INSERT INTO deadlines (id, due, "precision", status, points, actors, set_by, bound, stories, first_seen,
                        last_seen, evidence, evidence_article, history, src_partition, src_offset)
                    VALUES ('%s', '2025-11-27', 'day', 'set', '%s', '%s', 'us', NULL, 2, '%sT12:00:00Z', '%sT18:00:00Z', '%s',
                        'a', '[{"at":"%sT12:00:00Z","status":"set","due":"2025-11-27","article":"a","by":"us","evidence":null}]',
                        0, 0)
                """
                        .formatted(id, points, actors, day, day, evidence, day));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void csvHasTheNamesOfTheJsonAndNoFormulas() {
        var ended = run("deadlines", "--format", "csv");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEqualTo("3 deadlines\n");
        var lines = ended.out().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo(HEAD);
        assertThat(lines[1])
                .isEqualTo(
                        "d1,2025-11-27,day,set,\"[{\"\"at\"\":\"\"2025-11-20T12:00:00Z\"\",\"\"status\"\":\"\"set\"\",\"\"due\"\""
                                + ":\"\"2025-11-27\"\",\"\"article\"\":\"\"a\"\",\"\"by\"\":\"\"us\"\",\"\"evidence\"\":null}]\",army-cap,"
                                + "us;ukraine,us,,2,2025-11-20T12:00:00Z,2025-11-20T18:00:00Z,\"'=cmd, they \"\"said\"\"\",a,");
        assertThat(lines[2]).contains("ceasefire;army-cap,rubio", "\"До четверга\nабо ні.\"");
    }

    @Test
    void jsonLinesHaveTheSameFields() {
        var ended = run("deadlines");
        assertThat(ended.ids()).containsExactly("d1", "d2", "d3");
        var first = Json.MAPPER.readTree(ended.out().lines().findFirst().orElseThrow());
        assertThat(String.join(",", first.propertyNames())).isEqualTo(HEAD);
        assertThat(first.path("evidence").asString()).isEqualTo("=cmd, they \"said\"");
        assertThat(first.at("/history/0/by").asString()).isEqualTo("us");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--from 2025-11-22; d2 d3",
                "--from 2025-11-20T18:00:01Z; d2 d3",
                "--to 2025-11-22; d1 d2",
                "--to 2025-11-22T12:00:00Z; d1",
                "--from 2025-11-21 --to 2025-11-23; d2",
                "--target point=army-cap; d1 d2",
                "--target actor=us; d1 d3",
                "--target pair=army-cap|us; d1",
                "--target actor=rubio --target actor=ukraine; d1 d2",
                "--target plan=any; d1 d2 d3",
                "--target all --from 2025-11-24; d3",
                "--target point=unheard-of; ''"
            })
    void rowsAreChosenByEventTimeAndTarget(String options, String ids) {
        var call = new ArrayList<>(List.of("deadlines"));
        call.addAll(List.of(options.strip().replace('=', ':').split(" ")));
        var ended = run(call.toArray(String[]::new));
        assertThat(ended.err()).doesNotContain("pointwatch:");
        assertThat(String.join(" ", ended.ids())).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rumours                                 | export rumours is unknown: use alerts or articles or coverage or deadlines or",
                "deadlines --format xlsx                 | --format xlsx is unknown: use csv or jsonl or parquet",
                "deadlines --format parquet              | --format parquet: what writes it is not built",
                "mentions --target point:a/lang:uk       | mentions have no parts by language or group",
                "deadlines --from yesterday              | --from yesterday is no time",
                "deadlines --from 2025-11-23 --to 2025-11-22| is not before",
                "deadlines --target nonsense             | --target nonsense is unknown: use point:<id>",
                "deadlines --target point:               | --target point: is unknown",
                "deadlines --target point:a/lang:uk      | leave off /lang:uk"
            })
    void wrongUsageIsTwoAndSaysWhatIsRight(String call, String words) {
        var ended = run(call.strip().split(" "));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(words);
    }

    @Test
    void manyRowsComeInPortionsAndStopWithTheirReader() throws Exception {
        execute(
                """
                INSERT INTO deadlines
                SELECT 'many-' || n, due, ends_at, "precision", status, '["many"]', actors, set_by, bound, stories, first_seen,
                       last_seen, evidence, evidence_article, history, merged_into, 0, n
                FROM deadlines, generate_series(1, 5000) n WHERE id = 'd1'
                """);
        assertThat(run("deadlines", "--target", "point:many").out().lines()).hasSize(5_000);

        var gone = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("closed");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        var err = new ByteArrayOutputStream();
        var talk = new Talk(gone, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        assertThat(Main.run(talk, call("deadlines"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it ends at row 1000 or before");
        execute("DELETE FROM deadlines WHERE points = '[\"many\"]'");
    }

    @Test
    void aDatabaseThatIsAwayBehindOrNoneIsNamedWithTheMend() {
        var behind = run("deadlines", "--set", "db.url=" + POSTGRES.freshDatabase());
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.err()).contains("has no table deadlines: start a sink of this version");
        var away = run("deadlines", "--set", "db.url=jdbc:postgresql://127.0.0.1:1/none");
        assertThat(away.code()).isEqualTo(1);
        assertThat(away.err()).contains("does not give its deadlines").doesNotContain(POSTGRES.password());
        var none = ended("export", "deadlines", "--data", "no-such-directory");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no-such-directory holds no tables", "--data", "db.url");
    }

    private static String[] call(String... args) {
        var call = new ArrayList<>(List.of(
                "export",
                "--set=db.url=" + POSTGRES.jdbcUrl(),
                "--set=db.user=" + POSTGRES.user(),
                "--set=db.password=" + POSTGRES.password()));
        call.addAll(List.of(args));
        return call.toArray(String[]::new);
    }

    private static Ended run(String... args) {
        return ended(call(args));
    }

    private static Ended ended(String... call) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var talk = new Talk(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Main.run(talk, call);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
