// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.ArrayList;
import java.util.List;

/** What a search wants left out: a sentence may match by its title, and must not then hold the word itself. */
final class LeftOut {
    private LeftOut() {}

    /** Words and phrases with a hyphen before them, without it. */
    static List<String> of(String search) {
        var found = new ArrayList<String>();
        var quoted = false;
        for (var i = 0; i < search.length(); i++) {
            var c = search.charAt(i);
            var begins = !quoted && c == '-' && (i == 0 || Character.isWhitespace(search.charAt(i - 1)));
            if (begins) {
                var end = end(search, i + 1);
                found.add(search.substring(i + 1, end));
                i = end - 1;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        found.removeIf(String::isBlank);
        return found;
    }

    private static int end(String search, int start) {
        if (start < search.length() && search.charAt(start) == '"') {
            var close = search.indexOf('"', start + 1);
            return close < 0 ? search.length() : close + 1;
        }
        var end = start;
        while (end < search.length() && !Character.isWhitespace(search.charAt(end))) {
            end++;
        }
        return end;
    }
}
