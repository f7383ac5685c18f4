// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;

/** The file's text, to find the line and column of a character inside a YAML value, however the value is written. */
final class SourceLines {
    record Position(int line, int column) {}

    private final List<String> lines;

    SourceLines(String yaml) {
        lines = List.of(yaml.split("\\R", -1));
    }

    /**
     * Walks value and source side by side. Folding and escaping only add or drop blanks, quotes and backslashes in the
     * source, so what is not such a character must come in the same order in both.
     */
    Position of(YamlNode.Text text, int offset) {
        var line = text.line() - 1;
        var column = text.column() - 1;
        var value = text.value();
        for (int i = 0; i <= Math.min(offset, value.length() - 1); i++) {
            if (Character.isWhitespace(value.charAt(i))) {
                continue;
            }
            while (line < lines.size() && !stands(line, column, value.charAt(i))) {
                column++;
                if (column >= lines.get(line).length()) {
                    line++;
                    column = 0;
                }
            }
            if (line >= lines.size()) {
                return new Position(text.line(), text.column());
            }
            column++;
        }
        // On a blank or past the end: just behind the last character that stands in both.
        var behind = offset >= value.length() || Character.isWhitespace(value.charAt(offset));
        return new Position(line + 1, behind ? column + 1 : column);
    }

    private boolean stands(int line, int column, char c) {
        var source = lines.get(line);
        return column < source.length() && source.charAt(column) == c;
    }
}
