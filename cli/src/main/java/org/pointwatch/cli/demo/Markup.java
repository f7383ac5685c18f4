// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces of XML and HTML. */
final class Markup {
    private Markup() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String paragraphs(List<String> text) {
        return text.stream().map(p -> "<p>" + escape(p) + "</p>").collect(Collectors.joining("\n"));
    }

    /** An element with escaped text; nothing at all for null. */
    static String element(String name, @Nullable String text) {
        return text == null ? "" : "<" + name + ">" + escape(text) + "</" + name + ">\n";
    }
}
