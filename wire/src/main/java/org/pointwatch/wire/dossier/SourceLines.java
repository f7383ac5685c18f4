// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file's name and text, to find the line and column of a character inside a YAML value, however it is written. */
final class SourceLines {
    private final String file;
    private final int order;
    private final String yaml;
    private @Nullable List<String> lines;

    /** @param order of the file among those that make the dossier */
    SourceLines(String file, int order, String yaml) {
        this.file = file;
        this.order = order;
        this.yaml = yaml;
    }

    String file() {
        return file;
    }

    int order() {
        return order;
    }

    String yaml() {
        return yaml;
    }

    Place start() {
        return new Place(this, 1, 1);
    }

    /** The first line with more characters than that, 0 if there is none. */
    int lineLongerThan(int most) {
        var from = 0;
        var line = 1;
        for (int i = 0; i <= yaml.length(); i++) {
            if (i == yaml.length() || yaml.charAt(i) == '\n') {
                if (i - from > most) {
                    return line;
                }
                from = i + 1;
                line++;
            }
        }
        return 0;
    }

    private List<String> lines() {
        if (lines == null) {
            lines = List.of(yaml.split("\r\n|\r|\n", -1));
        }
        return lines;
    }

    /**
     * Walks value and source side by side. Folding and escaping only add or drop blanks, quotes and backslashes in the
     * source, so what is not such a character must come in the same order in both.
     */
    Place of(YamlNode.Text text, int offset) {
        var line = text.place().line() - 1;
        var column = text.place().column() - 1;
        var value = text.value();
        for (int i = 0; i <= Math.min(offset, value.length() - 1); i++) {
            if (Character.isWhitespace(value.charAt(i))) {
                continue;
            }
            while (line < lines().size() && !stands(line, column, value.charAt(i))) {
                column++;
                if (column >= lines().get(line).length()) {
                    line++;
                    column = 0;
                }
            }
            if (line >= lines().size()) {
                return text.place();
            }
            column++;
        }
        // On a blank or past the end: just behind the last character that stands in both.
        var behind = offset >= value.length() || Character.isWhitespace(value.charAt(offset));
        return new Place(this, line + 1, behind ? column + 1 : column);
    }

    private boolean stands(int line, int column, char c) {
        var source = lines().get(line);
        return column < source.length() && source.charAt(column) == c;
    }
}
