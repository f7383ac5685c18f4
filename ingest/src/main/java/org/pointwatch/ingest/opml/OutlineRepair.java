// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.opml;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes attributes readable that hold raw quotes and tags, as many published lists have in their descriptions: a value
 * ends at the first quote behind which the next attribute or the end of the tag stands.
 */
final class OutlineRepair {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*([A-Za-z_][\\w:.-]{0,60})\\s*=\\s*([\"'])");
    private static final Pattern TAG_END = Pattern.compile("\\s*/?>");
    private static final Pattern VALUE_END = Pattern.compile(
            "\\s*(?:[A-Za-z_][\\w:.-]{0,60}\\s*=\\s*[\"']|/?>\\s*(?:</?(?:outline|body|opml)\\b|<!--|\\z))",
            Pattern.CASE_INSENSITIVE);

    private final String in;
    private final String lower;
    private final StringBuilder out;
    private int pos;

    private OutlineRepair(String in) {
        this.in = in;
        this.lower = in.toLowerCase(Locale.ROOT);
        this.out = new StringBuilder(in.length() + 1_000);
    }

    static String of(String text) {
        var repair = new OutlineRepair(text);
        return repair.lower.length() == text.length() ? repair.run() : text;
    }

    private String run() {
        for (var start = lower.indexOf("<outline"); start >= 0; start = lower.indexOf("<outline", pos)) {
            var name = start + "<outline".length();
            out.append(in, pos, name);
            pos = name;
            var next = lower.indexOf("<outline", pos);
            attributes(next < 0 ? in.length() : next);
        }
        return out.append(in, pos, in.length()).toString();
    }

    private void attributes(int limit) {
        var attribute = ATTRIBUTE.matcher(in).region(pos, limit);
        while (!TAG_END.matcher(in).region(pos, limit).lookingAt()
                && attribute.region(pos, limit).lookingAt()) {
            var end = valueEnd(attribute.end(), attribute.group(2).charAt(0), limit);
            if (end < 0) {
                return;
            }
            var value = in.substring(attribute.end(), end);
            out.append(' ').append(attribute.group(1)).append("=\"");
            out.append(value.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"))
                    .append('"');
            pos = end + 1;
        }
    }

    private int valueEnd(int from, char quote, int limit) {
        var behind = VALUE_END.matcher(in).useAnchoringBounds(false);
        for (var at = in.indexOf(quote, from); at >= 0 && at < limit; at = in.indexOf(quote, at + 1)) {
            if (behind.region(at + 1, in.length()).lookingAt()) {
                return at;
            }
        }
        return -1;
    }
}
