// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * RFC 4180 with a header. A list of words is one cell, with semicolons between them; what has a deeper shape is a cell of
 * JSON. Texts that a spreadsheet would run as a formula get an apostrophe in front, also where they are full-width; numbers
 * do not.
 */
public final class Csv implements RowFormat {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n\u0000＝＋－＠";
    private static final String QUOTED = ",\"\r\n";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public RowWriter open(List<Field> fields, OutputStream out) throws IOException {
        out.write(head(fields.stream().map(Field::name).toList()).getBytes(StandardCharsets.UTF_8));
        return new RowWriter() {
            @Override
            public void row(ObjectNode row) throws IOException {
                out.write(Csv.row(row).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {}
        };
    }

    static String head(List<String> fields) {
        return fields.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    static String row(ObjectNode row) {
        return row.values().stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isString()) {
            return cell(value.stringValue());
        }
        if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isString)) {
            return cell(value.valueStream().map(JsonNode::stringValue).collect(Collectors.joining(";")));
        }
        if (value.isArray() && value.isEmpty()) {
            return "";
        }
        return value.isValueNode() ? value.asString() : quoted(value.toString());
    }

    static String cell(String text) {
        return quoted(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
