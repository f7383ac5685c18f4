// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file as values with dotted keys, nested or dotted as the user likes; each knows its line. */
final class YamlLayer {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int DEEPEST = 10;

    private final String file;
    private final JsonParser parser;
    private final List<Given> found = new ArrayList<>();
    private final List<String> problems;

    private YamlLayer(String file, JsonParser parser, List<String> problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    static List<Given> read(String file, String yaml, List<String> problems) {
        try (var parser = YAML.createParser(yaml)) {
            var layer = new YamlLayer(file, parser, problems);
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                layer.mapping("", 0);
            } else if (token != null && token != JsonToken.VALUE_NULL) {
                problems.add(layer.origin() + ": settings are expected as lines of 'key: value'");
            }
            return layer.found;
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(file + ":" + line + ": not readable as YAML: " + firstLine(e.getOriginalMessage()));
            return List.of();
        }
    }

    private void mapping(String above, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = above + parser.currentName();
            var origin = origin();
            switch (parser.nextToken()) {
                case START_OBJECT -> nested(key, origin, depth);
                case START_ARRAY -> {
                    problems.add(origin + ": " + key + ": one value is expected, found a list");
                    parser.skipChildren();
                }
                case VALUE_NULL -> found.add(new Given(key, "", origin));
                default -> found.add(new Given(key, parser.getString(), origin));
            }
        }
    }

    private void nested(String key, String origin, int depth) {
        if (depth >= DEEPEST) {
            problems.add(origin + ": " + key + ": nested too deep for a setting");
            parser.skipChildren();
        } else {
            mapping(key + ".", depth + 1);
        }
    }

    private String origin() {
        return file + ":" + Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
