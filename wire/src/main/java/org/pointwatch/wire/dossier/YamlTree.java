// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML into {@link YamlNode}s. */
final class YamlTree {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int DEEPEST = 20;

    private final JsonParser parser;
    private final Problems problems;

    private YamlTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** @throws tools.jackson.core.JacksonException if it is no YAML */
    static YamlNode read(String yaml, Problems problems) {
        try (var parser = YAML.createParser(yaml)) {
            var token = parser.nextToken();
            return token == null ? new YamlNode.Nothing(1, 1) : new YamlTree(parser, problems).node(token, 0);
        }
    }

    private YamlNode node(JsonToken token, int depth) {
        var at = parser.currentTokenLocation();
        var line = line(at);
        var column = column(at);
        if (depth > DEEPEST) {
            problems.add(line, column, "", "nested too deep", "keep to the format in docs/dossier.md");
            parser.skipChildren();
            return new YamlNode.Nothing(line, column);
        }
        return switch (token) {
            case START_OBJECT -> mapping(line, column, depth);
            case START_ARRAY -> sequence(line, column, depth);
            case VALUE_NULL -> new YamlNode.Nothing(line, column);
            default -> new YamlNode.Text(parser.getString(), line, column);
        };
    }

    private YamlNode sequence(int line, int column, int depth) {
        var items = new ArrayList<YamlNode>();
        for (var t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
            items.add(node(t, depth + 1));
        }
        return new YamlNode.Sequence(items, line, column);
    }

    private YamlNode mapping(int line, int column, int depth) {
        var fields = new LinkedHashMap<String, YamlNode.Field>();
        for (var t = parser.nextToken(); t != JsonToken.END_OBJECT && t != null; t = parser.nextToken()) {
            var at = parser.currentTokenLocation();
            var key = parser.currentName();
            var value = node(parser.nextToken(), depth + 1);
            var former = fields.putIfAbsent(key, new YamlNode.Field(value, line(at), column(at)));
            if (former != null) {
                problems.add(
                        line(at),
                        column(at),
                        key,
                        "the key stands twice, first on line " + former.line(),
                        "merge the two or rename one");
            }
        }
        return new YamlNode.Mapping(fields, line, column);
    }

    private static int line(TokenStreamLocation at) {
        return Math.max(1, at.getLineNr());
    }

    private static int column(TokenStreamLocation at) {
        return Math.max(1, at.getColumnNr());
    }
}
