// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into {@link YamlNode}s. Anchors may stand, aliases are refused: so no text is larger than it looks. */
final class YamlTree {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int DEEPEST = 20;
    private static final int LONGEST_KEY = 100;
    private static final String FORMAT = "keep to the format in docs/dossier.md";

    private final YAMLParser parser;
    private final SourceLines source;
    private final Problems problems;

    private YamlTree(YAMLParser parser, SourceLines source, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /** What is no YAML is a problem and reads as nothing. */
    static YamlNode read(SourceLines source, Problems problems) {
        try (var parser = (YAMLParser) YAML.createParser(source.yaml())) {
            var token = parser.nextToken();
            return token == null
                    ? new YamlNode.Nothing(source.start())
                    : new YamlTree(parser, source, problems).document(token);
        } catch (JacksonException e) {
            problems.incomplete();
            problems.add(place(source, e), "", "not readable as YAML: " + brief(e), "mend the syntax");
            return new YamlNode.Nothing(source.start());
        }
    }

    private static String brief(JacksonException e) {
        return e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private YamlNode document(JsonToken token) {
        var node = node(token, 0);
        if (parser.nextToken() != null) {
            problems.add(here(), "", "a second document", "write one document a file: drop the line '---'");
        }
        return node;
    }

    private YamlNode node(JsonToken token, int depth) {
        var at = here();
        if (depth > DEEPEST) {
            problems.add(at, "", "nested too deep", FORMAT);
            parser.skipChildren();
            return new YamlNode.Nothing(at);
        }
        return switch (token) {
            case START_OBJECT -> mapping(at, depth);
            case START_ARRAY -> sequence(at, depth);
            case VALUE_NULL -> new YamlNode.Nothing(at);
            default -> text(at);
        };
    }

    private YamlNode text(Place at) {
        var value = parser.getString();
        if (parser.isCurrentAlias()) {
            problems.add(at, "", "'*" + value + "' is a YAML alias", "write out what it stands for");
            return new YamlNode.Nothing(at);
        }
        if (value == null) {
            problems.add(at, "", "a value that is no text", FORMAT);
            return new YamlNode.Nothing(at);
        }
        return new YamlNode.Text(value, at);
    }

    private YamlNode sequence(Place at, int depth) {
        var items = new ArrayList<YamlNode>();
        for (var t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
            items.add(node(t, depth + 1));
        }
        return new YamlNode.Sequence(items, at);
    }

    private YamlNode mapping(Place place, int depth) {
        var fields = new LinkedHashMap<String, YamlNode.Field>();
        for (var t = parser.nextToken(); t != JsonToken.END_OBJECT && t != null; t = parser.nextToken()) {
            var at = here();
            var key = key(parser.currentName(), at);
            var value = node(parser.nextToken(), depth + 1);
            var former = fields.putIfAbsent(key, new YamlNode.Field(value, at));
            if (former != null) {
                var first =
                        "the key stands twice, first on line " + former.place().line();
                problems.add(at, key, first, "merge the two or rename one");
            }
        }
        return new YamlNode.Mapping(fields, place);
    }

    private String key(String key, Place at) {
        if (key.length() <= LONGEST_KEY) {
            return key;
        }
        problems.add(at, "", "a key of " + key.length() + " characters", FORMAT);
        return key.substring(0, LONGEST_KEY);
    }

    private Place here() {
        return place(source, parser.currentTokenLocation());
    }

    private static Place place(SourceLines source, JacksonException e) {
        return e.getLocation() == null ? source.start() : place(source, e.getLocation());
    }

    private static Place place(SourceLines source, TokenStreamLocation at) {
        return new Place(source, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
