// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text in aligned columns for people, or with tabs and in full for programs. */
public final class Table {
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    public Table(String... head) {
        columns = head.length;
        rows.add(List.of(head));
    }

    public Table row(@Nullable String... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(cell == null ? "" : cell.replace('\t', ' ').replace('\n', ' '));
        }
        rows.add(row);
        return this;
    }

    /** Columns as wide as their widest cell; a cell that is wider than most is cut, the last column never. */
    public List<String> aligned() {
        var widths = new int[columns];
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(cut(row.get(i), i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Without the head. */
    public List<String> tabbed() {
        return rows.stream().skip(1).map(row -> String.join("\t", row)).toList();
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < row.size(); i++) {
            var cell = cut(row.get(i), i);
            line.append(cell);
            if (i + 1 < row.size()) {
                line.append(" ".repeat(widths[i] - length(cell) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private String cut(String cell, int column) {
        return column == columns - 1 || length(cell) <= WIDEST
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
