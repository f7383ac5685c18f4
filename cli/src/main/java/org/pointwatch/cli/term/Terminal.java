// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

/**
 * Text of unknown origin on its way to a terminal. What would move the cursor, change colours or turn the direction of
 * writing is shown as {@code \\u001b}: in JSON that is the same character, so that results stay what they are.
 */
final class Terminal {
    private Terminal() {}

    static String safe(String line) {
        for (var i = 0; i < line.length(); i++) {
            if (acts(line.charAt(i))) {
                return escaped(line);
            }
        }
        return line;
    }

    private static String escaped(String line) {
        var out = new StringBuilder(line.length() + 16);
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (acts(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean acts(char c) {
        var control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return control || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
