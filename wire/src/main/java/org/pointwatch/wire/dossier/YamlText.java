// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.List;
import java.util.function.Consumer;

/** Writes YAML in one way only: blocks of two blanks, every text in quotes. */
final class YamlText {
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();
    private int indent;
    private boolean afterDash;

    void text(String key, String value) {
        key(key);
        out.append(' ');
        quote(value);
        out.append('\n');
    }

    /** Nothing at all if there are none. */
    void texts(String key, List<String> values) {
        if (!values.isEmpty()) {
            list(key, () -> values.forEach(this::item));
        }
    }

    /** An empty list. */
    void empty(String key) {
        key(key);
        out.append(" []\n");
    }

    <T> void records(String key, List<T> values, Consumer<T> fields) {
        if (!values.isEmpty()) {
            list(key, () -> values.forEach(v -> record(() -> fields.accept(v))));
        }
    }

    void mapping(String key, Runnable fields) {
        key(key);
        out.append('\n');
        indented(fields);
    }

    void list(String key, Runnable items) {
        mapping(key, items);
    }

    void item(String value) {
        start();
        out.append("- ");
        quote(value);
        out.append('\n');
    }

    void record(Runnable fields) {
        start();
        out.append("- ");
        afterDash = true;
        indented(fields);
    }

    private void indented(Runnable inner) {
        indent += STEP;
        inner.run();
        indent -= STEP;
    }

    private void key(String key) {
        start();
        quoteIfNeeded(key);
        out.append(':');
    }

    private void start() {
        if (!afterDash) {
            out.append(" ".repeat(indent));
        }
        afterDash = false;
    }

    private void quoteIfNeeded(String key) {
        if (!key.isEmpty() && key.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            out.append(key);
        } else {
            quote(key);
        }
    }

    private void quote(String text) {
        if (text.chars().allMatch(c -> isPlain((char) c))) {
            out.append('\'').append(text.replace("'", "''")).append('\'');
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (isPlain(c)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04X", (int) c));
            }
        }
        out.append('"');
    }

    /** What YAML takes as it is, in one line. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~'
                || c >= '\u00A0' && c < '\u2028'
                || c > '\u2029' && c < '\uD800'
                || c >= '\uF900' && c < '\uFEFF';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
