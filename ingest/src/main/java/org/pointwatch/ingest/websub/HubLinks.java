// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.url.UrlParts;

/**
 * The hub that a feed names and what it calls itself there: in the Link header, or in link elements in front of the first
 * entry, read without parsing the document.
 *
 * @param hub where to subscribe
 * @param topic to what
 */
public record HubLinks(String hub, String topic) {
    private static final int HEAD = 64 << 10;
    private static final int LONGEST_TAG = 4_096;
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern LINK_VALUE = Pattern.compile("<([^<>]{1,2048})>([^<]{0,500})");
    private static final Pattern REL = Pattern.compile("(?i)[;\\s]rel\\s*=\\s*\"?([a-z0-9 ._:/-]{1,100})\"?");

    /** Null if the feed names no hub, or does not say what it is called there. */
    public static @Nullable HubLinks of(byte[] document, List<String> linkHeaders) {
        var found = new Found();
        linkHeaders.forEach(header -> inHeader(header, found));
        if (!found.whole()) {
            inDocument(new String(document, 0, Math.min(document.length, HEAD), StandardCharsets.ISO_8859_1), found);
        }
        return found.links();
    }

    private static void inHeader(String header, Found found) {
        var text = header.length() > LONGEST_HEADER ? header.substring(0, LONGEST_HEADER) : header;
        var links = LINK_VALUE.matcher(text);
        while (links.find()) {
            var rel = REL.matcher(links.group(2));
            if (rel.find()) {
                found.take(rel.group(1), links.group(1));
            }
        }
    }

    private static void inDocument(String head, Found found) {
        for (var at = head.indexOf('<'); at >= 0 && !found.whole(); at = head.indexOf('<', at + 1)) {
            var end = head.indexOf('>', at);
            if (end < 0 || isEntry(head, at)) {
                return;
            }
            if (end - at < LONGEST_TAG && isLink(head, at)) {
                var tag = head.substring(at, end);
                found.take(attribute(tag, "rel"), unescaped(attribute(tag, "href")));
            }
        }
    }

    private static boolean isEntry(String head, int at) {
        return named(head, at, "item") || named(head, at, "entry");
    }

    private static boolean isLink(String head, int at) {
        return named(head, at, "link") || named(head, at, "atom:link") || named(head, at, "atom10:link");
    }

    private static boolean named(String head, int at, String name) {
        var end = at + 1 + name.length();
        return head.startsWith(name, at + 1)
                && end < head.length()
                && !Character.isLetterOrDigit(head.charAt(end))
                && head.charAt(end) != ':';
    }

    private static String attribute(String tag, String name) {
        for (var at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
            var equals = skipBlanks(tag, at + name.length());
            var quote = equals < tag.length() && tag.charAt(equals) == '=' ? skipBlanks(tag, equals + 1) : tag.length();
            if (Character.isWhitespace(tag.charAt(at - 1))
                    && quote < tag.length()
                    && (tag.charAt(quote) == '"' || tag.charAt(quote) == '\'')) {
                var end = tag.indexOf(tag.charAt(quote), quote + 1);
                return end < 0 ? "" : tag.substring(quote + 1, end);
            }
        }
        return "";
    }

    private static int skipBlanks(String text, int from) {
        var at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String unescaped(String value) {
        return value.replace("&amp;", "&").replace("&#38;", "&").strip();
    }

    /** The first of each. */
    private static final class Found {
        private @Nullable String hub;
        private @Nullable String topic;

        void take(String rel, String target) {
            for (var word : rel.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (word.equals("hub") && hub == null) {
                    hub = address(target);
                } else if (word.equals("self") && topic == null) {
                    topic = address(target);
                }
            }
        }

        boolean whole() {
            return hub != null && topic != null;
        }

        @Nullable
        HubLinks links() {
            return hub == null || topic == null ? null : new HubLinks(hub, topic);
        }

        /** As written, for the hub compares it, if it is an address at all. */
        private static @Nullable String address(String target) {
            return UrlParts.of(target) == null ? null : target;
        }
    }
}
