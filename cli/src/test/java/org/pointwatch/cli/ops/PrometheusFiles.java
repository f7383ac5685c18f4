// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is in {@code deploy/prometheus}, and which metrics a query of it names. */
final class PrometheusFiles {
    static final Path FOLDER = Path.of("..", "deploy", "prometheus");
    static final Path RULES = FOLDER.resolve("rules").resolve("pointwatch.yml");
    static final Path TESTS = FOLDER.resolve("tests").resolve("pointwatch.yml");
    static final Path CONFIG = FOLDER.resolve("prometheus.yml");
    static final Path MANUAL = Path.of("..", "docs", "operations.md");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTED = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])([a-zA-Z_:][\\w:]*)(?!\\s*\\()(?![\\w:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private PrometheusFiles() {}

    /** @param annotations by name */
    record Rule(String name, String query, JsonNode annotations) {}

    static JsonNode yaml(Path file) {
        return YAML.readTree(file.toFile());
    }

    static List<Rule> rules() {
        var found = new ArrayList<Rule>();
        yaml(RULES).path("groups").forEach(group -> group.path("rules")
                .forEach(rule -> found.add(new Rule(
                        rule.path("alert").asString(), rule.path("expr").asString(), rule.path("annotations")))));
        return found;
    }

    /** Names of the metrics in a query. */
    static Set<String> metrics(String query) {
        var bare = RANGE.matcher(
                        SELECTED.matcher(GROUPED.matcher(TEXT.matcher(query).replaceAll(""))
                                        .replaceAll(" "))
                                .replaceAll(" "))
                .replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Labels that a query selects or groups by. */
    static Set<String> labels(String query) {
        var bare = TEXT.matcher(query).replaceAll("");
        var names = new TreeSet<String>();
        GROUPED.matcher(bare).results().forEach(match -> names.addAll(words(match.group(1))));
        SELECTED.matcher(bare).results().forEach(match -> names.addAll(words(match.group(1))));
        return names;
    }

    private static List<String> words(String list) {
        return Pattern.compile("\\w+")
                .matcher(list)
                .results()
                .map(m -> m.group())
                .toList();
    }

    /** As a browser is sent to them. */
    static Set<String> headings() throws IOException {
        return Files.readAllLines(MANUAL).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(line -> line.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
