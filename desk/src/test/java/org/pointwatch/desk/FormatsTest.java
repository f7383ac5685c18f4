// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.desk.view.View;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.dossier;

/** Whatever the format of a list: the same rows with the same fields, and the same errors. */
@Tag("broker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormatsTest {
    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private WebServer web;

    @BeforeAll
    void start() throws Exception {
        try (var connection = POSTGRES.connect()) {
            Migrations.apply(connection);
            ApiWorld.fill(connection);
            quotes(connection);
        }
        view.dossier("plan", dossier());
        var database = new DeskDatabase(POSTGRES.jdbcUrl(), POSTGRES.user(), POSTGRES.password());
        var settings = DeskSettings.onLoopback(0).withDatabase(database);
        web = new WebServer(settings, view, new Progress(InstantSource.fixed(NOON)), metrics, NOON);
        web.start();
    }

    /** More than one page of them, some of one article and time. */
    private static void quotes(Connection connection) throws SQLException {
        var two = "[{\"speaker\":\"rubio\",\"name\":\"Rubio\",\"text\":\"one\",\"start\":1,\"end\":2,\"points\":[]},"
                + "{\"speaker\":null,\"name\":\"A minister\",\"text\":\"two\",\"start\":3,\"end\":4,\"points\":[\"army-cap\"]}]";
        ApiWorld.on(connection).run("UPDATE findings SET quotes = ?::jsonb WHERE article IN ('b', 'c', 'w')", two);
    }

    @AfterAll
    void stop() {
        web.close();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web.address() + path.substring(1)))
                .header("Accept", accept);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    /** Every list of the API that needs no decisions from Kafka. */
    Stream<String> lists() throws Exception {
        var paths = Json.MAPPER.readTree(get("/api/openapi.json", "*/*").body()).path("paths");
        return paths.propertyStream()
                .filter(path -> path.getValue()
                        .path("get")
                        .path("parameters")
                        .valueStream()
                        .anyMatch(FormatsTest::asCsv))
                .map(Map.Entry::getKey)
                .filter(path -> !path.contains("{") && !path.endsWith("/overrides"))
                .map(path -> path.endsWith("/series") ? path + "?target=point:army-cap&target=all" : path);
    }

    private static boolean asCsv(JsonNode parameter) {
        return parameter.path("name").asString().equals("format")
                && parameter.path("schema").path("enum").valueStream().anyMatch(v -> v.asString()
                        .equals("csv"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHasTheSameRowsAndFieldsInEveryFormat(String path) throws Exception {
        var json = Json.MAPPER.readTree(get(path, "application/json").body());
        var lines = get(with(path, "format=jsonl"), "*/*")
                .body()
                .lines()
                .map(Json.MAPPER::readTree)
                .toList();
        var table = table(get(with(path, "format=csv"), "*/*").body());
        assertThat(lines.isEmpty()).as("only silent points are none").isEqualTo(path.endsWith("/silent"));
        if (json.has("rows")) {
            assertThat(json.path("rows").valueStream().toList()).isEqualTo(lines);
        }
        assertThat(table).hasSize(lines.size());
        for (var i = 0; i < lines.size(); i++) {
            assertThat(table.get(i)).isEqualTo(cells(lines.get(i), table.get(i)));
        }
        assertThat(get(path, "text/csv").body())
                .isEqualTo(get(with(path, "format=csv"), "*/*").body());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTableIsReadToItsEndByItsLinks(String path) throws Exception {
        var all = table(get(with(path, "format=csv&limit=500"), "*/*").body());
        if (get(with(path, "limit=500"), "*/*").statusCode() == 400) {
            return; // it has no pages
        }
        if (!path.endsWith("/silent")) {
            assertThat(all)
                    .as("else a page that forgets the next one goes unseen")
                    .hasSizeGreaterThan(1);
        }
        var found = new ArrayList<Map<String, String>>();
        @Nullable String next = with(path, "format=csv&limit=1");
        while (next != null && found.size() <= all.size()) {
            var page = get(next, "*/*");
            found.addAll(table(page.body()));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("^<|>.*", ""))
                    .orElse(null);
        }
        assertThat(found).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/series?step=week",
                "/api/v1/evidence?limit=0",
                "/api/v1/alerts?kind=panic",
                "/api/v1/outlets?cursor=AAAA"
            })
    void anErrorIsTheSameInEveryFormat(String path) throws Exception {
        var told = get(path, "application/json");
        assertThat(told.statusCode()).isEqualTo(400);
        for (var answer : List.of(
                get(with(path, "format=csv"), "*/*"), get(path, "text/csv"), get(with(path, "format=jsonl"), "*/*"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo(told.body());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    // ---- a table as a program reads it

    private static List<Map<String, String>> table(String csv) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.length(); i++) {
            var c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        assertThat(quoted || !line.isEmpty()).as("every line has its end").isFalse();
        return lines.stream().skip(1).map(row -> named(lines.get(0), row)).toList();
    }

    private static Map<String, String> named(List<String> names, List<String> row) {
        assertThat(row).hasSameSizeAs(names);
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            assertThat(named.put(names.get(i), row.get(i))).isNull();
        }
        return named;
    }

    /** What the table should hold of a row of JSON; the names of what is null as a whole are those of the table. */
    private static Map<String, String> cells(JsonNode row, Map<String, String> table) {
        var cells = new LinkedHashMap<String, String>();
        spread(row, "", table, cells);
        return cells;
    }

    private static void spread(JsonNode node, String before, Map<String, String> table, Map<String, String> cells) {
        node.propertyStream().forEach(field -> {
            var name = before + field.getKey();
            var value = field.getValue();
            if (table.containsKey(name)) {
                cells.put(name, text(value));
            } else if (value.isNull()) {
                table.keySet().stream().filter(n -> n.startsWith(name + ".")).forEach(n -> cells.put(n, ""));
            } else {
                assertThat(value.isObject()).as(name).isTrue();
                spread(value, name + ".", table, cells);
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            return safe(String.join(
                    " | ", value.valueStream().map(JsonNode::asString).toList()));
        }
        return value.isNull() ? "" : value.isString() ? safe(value.asString()) : value.toString();
    }

    private static String safe(String text) {
        return text.matches("(?s)\\s*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*") ? "'" + text : text;
    }
}
