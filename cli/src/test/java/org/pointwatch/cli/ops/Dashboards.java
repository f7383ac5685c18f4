// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** What is in {@code deploy/grafana/dashboards}, as far as the tests ask. */
final class Dashboards {
    static final Path FOLDER = Path.of("..", "deploy", "grafana", "dashboards");

    /** @param where dashboard and panel, for people */
    record Query(String where, String format, String text) {}

    private Dashboards() {}

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static JsonNode read(Path file) {
        return Json.MAPPER.readTree(file.toFile());
    }

    /** SQL of panels and variables. */
    static List<Query> sql() throws IOException {
        var found = new ArrayList<Query>();
        for (var file : files()) {
            var board = read(file);
            var title = board.path("title").asString();
            board.at("/templating/list").forEach(variable -> {
                if (variable.path("type").asString().equals("query")) {
                    found.add(new Query(
                            title + ", variable " + variable.path("name").asString(),
                            "table",
                            variable.path("query").asString()));
                }
            });
            board.path("panels").forEach(panel -> panel.path("targets").forEach(target -> {
                if (target.has("rawSql")) {
                    found.add(new Query(
                            title + ", " + panel.path("title").asString(),
                            target.path("format").asString(),
                            target.path("rawSql").asString()));
                }
            }));
        }
        return found;
    }

    /** PromQL of panels. */
    static List<Query> promql() throws IOException {
        var found = new ArrayList<Query>();
        for (var file : files()) {
            var board = read(file);
            for (var panel : board.path("panels")) {
                for (var target : panel.path("targets")) {
                    if (target.has("expr")) {
                        found.add(new Query(
                                board.path("title").asString() + ", "
                                        + panel.path("title").asString(),
                                "promql",
                                target.path("expr").asString()));
                    }
                }
            }
        }
        return found;
    }
}
