// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;

/**
 * Rows as CSV (RFC 4180): one column a field, fields of records within as {@code outer.inner}, lists of texts with semicolons
 * between them as in the exports, lists of records as JSON. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
 */
final class Spread {
    private static final String END = "\r\n";

    private Spread() {}

    static String csv(Class<?> row, List<?> rows) {
        var out = new StringBuilder();
        line(out, columns(row, "", new ArrayList<>()));
        for (var one : rows) {
            line(out, cells(row, one, new ArrayList<>()));
        }
        return out.toString();
    }

    private static List<String> columns(Class<?> type, String before, List<String> names) {
        for (var field : type.getRecordComponents()) {
            if (field.getType().isRecord()) {
                columns(field.getType(), before + field.getName() + ".", names);
            } else {
                names.add(before + field.getName());
            }
        }
        return names;
    }

    private static List<@Nullable Object> cells(Class<?> type, @Nullable Object record, List<@Nullable Object> cells) {
        for (var field : type.getRecordComponents()) {
            var value = record == null ? null : value(field, record);
            if (field.getType().isRecord()) {
                cells(field.getType(), value, cells);
            } else {
                cells.add(value);
            }
        }
        return cells;
    }

    private static @Nullable Object value(RecordComponent field, Object record) {
        try {
            var accessor = field.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static void line(StringBuilder out, List<? extends @Nullable Object> cells) {
        for (var i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append(END);
    }

    private static String cell(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value == null ? "" : String.valueOf(value);
        }
        return text(value instanceof List<?> list ? joined(list) : plain(value));
    }

    private static String plain(Object value) {
        return value instanceof Enum<?> || value instanceof java.util.Map<?, ?>
                ? Json.MAPPER.writeValueAsString(value).replaceAll("^\"|\"$", "")
                : String.valueOf(value);
    }

    private static String joined(List<?> list) {
        return list.stream().allMatch(v -> v instanceof String)
                ? String.join(";", list.stream().map(String::valueOf).toList())
                : Json.MAPPER.writeValueAsString(list);
    }

    /** Also the full-width twins, which some spreadsheets take for the narrow ones, and a blank before any of them. */
    static String text(String value) {
        var clean = value.replace("\0", "");
        var bare = clean.stripLeading();
        var risky = !clean.isEmpty() && "\t\r\n".indexOf(clean.charAt(0)) >= 0
                || !bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0;
        var safe = risky ? "'" + clean : clean;
        return risky || safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
