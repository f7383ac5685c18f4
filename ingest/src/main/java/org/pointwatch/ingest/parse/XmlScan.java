// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One pass over markup of any quality before a real parser sees it: refuses what would cost too much, strips every
 * DOCTYPE, XML declaration and comment, cuts texts that nobody will read to their end, keeps the first 2,000 entries, and
 * ends where the first root element ends.
 */
final class XmlScan {
    static final int DEEPEST = 200;
    static final int MOST_ATTRIBUTES = 500;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_ATTRIBUTE = 1 << 20;
    static final int LONGEST_TEXT = 1 << 20;
    static final int MOST_ENTRIES = 2_000;
    private static final int LONGEST_REFERENCE = 12;

    /**
     * What a parser may read.
     *
     * @param openEntry whether the document ends within an entry
     * @param refusal why it is not parsed at all
     */
    record Scanned(String text, String root, int entries, int tossed, boolean openEntry, @Nullable String refusal) {}

    private final String in;
    private final StringBuilder out = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private int pos;
    private int copied;
    /** Characters of text since the last tag. */
    private int told;

    private int entryDepth = -1;
    private int entries;
    private int tossedFrom = -1;
    private String root = "";
    private @Nullable String refusal;
    private boolean done;

    private XmlScan(String in) {
        this.in = in;
    }

    static Scanned of(String text) {
        return new XmlScan(text).run();
    }

    private Scanned run() {
        var start = in.indexOf('<');
        copied = Math.max(start, 0);
        pos = copied;
        while (refusal == null && !done) {
            var next = in.indexOf('<', pos);
            text(pos, next < 0 ? in.length() : next);
            if (next < 0) {
                break;
            }
            pos = next;
            markup();
        }
        var end = done ? pos : in.length();
        var openEntry = entryDepth >= 0;
        if (tossedFrom >= 0 && openEntry) {
            end = tossedFrom;
            openEntry = false;
        }
        var rest = in.substring(Math.min(copied, end), end);
        var tossed = Math.max(0, entries - MOST_ENTRIES);
        return new Scanned(
                out.isEmpty() ? rest : out.append(rest).toString(), root, entries - tossed, tossed, openEntry, refusal);
    }

    private void markup() {
        var start = pos;
        if (in.startsWith("<!--", pos)) {
            skipPast("-->", 4);
            cut(start, pos);
        } else if (in.startsWith("<![CDATA[", pos)) {
            skipPast("]]>", 9);
            text(start + 9, in.startsWith("]]>", pos - 3) ? pos - 3 : pos);
        } else if (in.startsWith("<?", pos)) {
            instruction();
        } else if (in.startsWith("<!", pos)) {
            declaration();
        } else if (in.startsWith("</", pos)) {
            endTag();
        } else if (pos + 1 < in.length() && isNameStart(in.charAt(pos + 1))) {
            startTag();
        } else {
            pos++;
        }
    }

    private void skipPast(String end, int from) {
        var found = in.indexOf(end, pos + from);
        pos = found < 0 ? in.length() : found + end.length();
    }

    private void instruction() {
        var start = pos;
        skipPast(">", 2);
        if (in.startsWith("<?xml", start) && start + 5 < in.length() && Character.isWhitespace(in.charAt(start + 5))) {
            cut(start, pos);
        }
    }

    /** A DOCTYPE ends with the first > outside of quotes and brackets; entities of a document's own are never expanded. */
    private void declaration() {
        var start = pos;
        var depth = 0;
        var quote = 0;
        for (pos += 2; pos < in.length(); pos++) {
            var c = in.charAt(pos);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (depth > 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                pos++;
                break;
            }
        }
        if (in.substring(start, pos).contains("<!ENTITY")) {
            refusal = "declares entities of its own in a DOCTYPE";
        }
        cut(start, pos);
    }

    /** A text is cut before the reference or pair of surrogates that would be torn. */
    private void text(int from, int to) {
        var room = Math.max(0, LONGEST_TEXT - told);
        told += Math.min(to - from, room + 1);
        if (to - from > room) {
            var end = from + room;
            var reference = in.lastIndexOf('&', end);
            if (reference >= from && end - reference < LONGEST_REFERENCE) {
                end = reference;
            } else if (end > from && Character.isHighSurrogate(in.charAt(end - 1))) {
                end--;
            }
            cut(end, to);
        }
    }

    /** An entry that is not read goes as a whole. */
    private void cut(int from, int to) {
        if (from >= copied && tossedFrom < 0) {
            out.append(in, copied, from);
            copied = to;
        }
    }

    private void endTag() {
        var start = pos;
        told = 0;
        var name = name(pos + 2);
        skipPast(">", 2);
        for (var i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).equals(name)) {
                open.subList(i, open.size()).clear();
                break;
            }
        }
        if (entryDepth > open.size() - 1) {
            entryDepth = -1;
            if (tossedFrom >= 0) {
                var from = tossedFrom;
                tossedFrom = -1;
                cut(from, open.isEmpty() ? start : pos);
            }
        }
        done = open.isEmpty() && !root.isEmpty();
    }

    private void startTag() {
        var start = pos;
        told = 0;
        var name = name(pos + 1);
        if (name.length() > LONGEST_NAME) {
            refusal = "an element name longer than " + LONGEST_NAME + " characters";
            return;
        }
        pos += 1 + name.length();
        var empty = attributes();
        var local = local(name);
        if (root.isEmpty()) {
            root = local;
        }
        if (isEntry(local)) {
            entries++;
            tossedFrom = entries > MOST_ENTRIES ? start : -1;
            entryDepth = empty ? -1 : open.size();
        }
        if (!empty) {
            open.add(name);
        }
        if (open.size() > DEEPEST && refusal == null) {
            refusal = "elements nested more than " + DEEPEST + " deep";
        }
    }

    private boolean isEntry(String local) {
        return entryDepth < 0 && open.size() <= 8 && !open.isEmpty() && (local.equals("item") || local.equals("entry"));
    }

    /** Moves behind the tag; returns whether it is an empty element. */
    private boolean attributes() {
        var count = 0;
        var from = pos;
        for (; pos < in.length(); pos++) {
            var c = in.charAt(pos);
            if (c == '>') {
                pos++;
                break;
            } else if (c == '=') {
                count++;
            } else if (c == '"' || c == '\'') {
                var close = in.indexOf(c, pos + 1);
                pos = close < 0 ? pos : close;
            } else if (c == '<') {
                break;
            }
        }
        if (count > MOST_ATTRIBUTES) {
            refusal = "an element with more than " + MOST_ATTRIBUTES + " attributes";
        } else if (pos - from > LONGEST_ATTRIBUTE) {
            refusal = "attributes longer than " + LONGEST_ATTRIBUTE + " characters";
        }
        return pos >= 2 && in.charAt(pos - 1) == '>' && in.charAt(pos - 2) == '/';
    }

    private String name(int from) {
        var end = from;
        while (end < in.length() && end - from <= LONGEST_NAME && isName(in.charAt(end))) {
            end++;
        }
        return in.substring(from, end);
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private static boolean isName(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=';
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
