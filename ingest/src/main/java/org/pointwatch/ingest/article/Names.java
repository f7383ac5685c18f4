// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The words in an element's class, id and the like: what its makers call it. */
final class Names {
    private static final int LONGEST = 400;
    private static final String[] ATTRIBUTES = {"class", "id", "data-component", "data-testid", "data-module"};

    private static final List<String> STARTS = List.of("has-", "with-", "no-", "not-", "show-", "hide-", "without-");
    private static final List<String> ENDS =
            List.of("-open", "-closed", "-enabled", "-disabled", "-on", "-off", "-active");

    private Names() {}

    /** Lower-case words; {@code relatedLinks} and {@code related-links} are the same two. */
    static List<String> words(Element e) {
        var words = new ArrayList<String>();
        for (var attribute : ATTRIBUTES) {
            var value = e.attr(attribute);
            if (!value.isEmpty()) {
                for (var name : (value.length() > LONGEST ? value.substring(0, LONGEST) : value).split("\\s+")) {
                    if (!aboutOthers(name)) {
                        split(name, words);
                    }
                }
            }
        }
        return words;
    }

    /** {@code has-sidebar} and {@code comments-open} say what stands elsewhere. */
    private static boolean aboutOthers(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return STARTS.stream().anyMatch(plain::startsWith) || ENDS.stream().anyMatch(plain::endsWith);
    }

    private static void split(String value, List<String> words) {
        var start = 0;
        for (var i = 0; i <= value.length(); i++) {
            var breaks = i == value.length() || !isWordChar(value.charAt(i)) || humps(value, i);
            if (breaks) {
                if (i > start) {
                    words.add(value.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i < value.length() && isWordChar(value.charAt(i)) ? i : i + 1;
            }
        }
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean humps(String value, int i) {
        return i > 0 && Character.isUpperCase(value.charAt(i)) && Character.isLowerCase(value.charAt(i - 1));
    }

    /** The words of the class and the id run together, one string for each name: {@code articlebody}. */
    static List<String> joined(Element e) {
        var names = new ArrayList<String>();
        if (!e.hasAttr("class") && !e.hasAttr("id")) {
            return names;
        }
        for (var name : (e.className() + " " + e.id()).split("\\s+")) {
            var out = new StringBuilder();
            for (var i = 0; i < Math.min(name.length(), LONGEST); i++) {
                if (isWordChar(name.charAt(i))) {
                    out.append(Character.toLowerCase(name.charAt(i)));
                }
            }
            if (out.length() > 0) {
                names.add(out.toString());
            }
        }
        return names;
    }
}
