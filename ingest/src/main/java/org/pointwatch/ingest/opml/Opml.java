// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.Documents;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.wire.record.Subscription;

/**
 * Lists of feeds in OPML, most of which are not well-formed XML as published. An {@code outline} with an
 * {@code xmlUrl} is a feed; the folder around it is its group unless it names another.
 *
 * @param feeds one for each distinct {@code xmlUrl}, in the list's order
 * @param problems each with file, place and mend
 */
public record Opml(List<Subscription> feeds, List<String> problems) {
    private static final int MOST_FEEDS = 50_000;
    private static final int LARGEST = 32 << 20;
    private static final int DEEPEST = 256;
    private static final int MOST_PROBLEMS = 100;

    /** @param name of the file, for messages */
    public static Opml read(String name, byte[] bytes) {
        var problems = new ArrayList<String>();
        if (bytes.length > LARGEST) {
            return new Opml(List.of(), List.of(name + ": larger than " + LARGEST + " bytes; split the list"));
        }
        var parser = Parser.xmlParser().setMaxDepth(DEEPEST).setTrackPosition(true);
        var text = OutlineRepair.of(Documents.text(bytes));
        var document = parser.parseInput(text, "");
        var found = new LinkedHashMap<String, Subscription>();
        for (var outline : document.getAllElements()) {
            if (outline.tagName().equalsIgnoreCase("outline")) {
                take(name, outline, found, problems);
            }
        }
        if (found.isEmpty()) {
            problems.add(name + ": no outline with an xmlUrl; an OPML list of feeds is wanted");
        }
        return new Opml(List.copyOf(found.values()), List.copyOf(problems));
    }

    private static void take(
            String name, Element outline, LinkedHashMap<String, Subscription> found, List<String> problems) {
        var url = attribute(outline, "xmlUrl");
        if (url == null) {
            return;
        }
        if (found.size() >= MOST_FEEDS) {
            problem(
                    problems,
                    name,
                    outline,
                    "more than " + MOST_FEEDS + " feeds; the rest is not read, so split the list");
        } else if (found.putIfAbsent(url, subscription(url, outline)) != null) {
            problem(problems, name, outline, "the feed " + url + " is listed twice; the first is kept");
        } else if (UrlParts.of(url) == null) {
            problem(
                    problems,
                    name,
                    outline,
                    "xmlUrl \"" + CleanText.line(url, 100) + "\" is no http(s) address; correct it");
        }
    }

    private static void problem(List<String> problems, String name, Element at, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(name + ":" + at.sourceRange().start().lineNumber() + ": " + what);
        }
    }

    private static Subscription subscription(String url, Element outline) {
        var title = attribute(outline, "title");
        var text = title == null ? attribute(outline, "text") : title;
        var group = attribute(outline, "pointwatch:group");
        return new Subscription(
                url,
                text == null ? url : CleanText.line(text, 200),
                first(attribute(outline, "pointwatch:outlet"), attribute(outline, "outlet")),
                first(group, folder(outline), category(outline)),
                first(attribute(outline, "pointwatch:language"), attribute(outline, "language")),
                first(attribute(outline, "pointwatch:zone"), attribute(outline, "zone")));
    }

    private static @Nullable String folder(Element outline) {
        for (var parent = outline.parent(); parent != null; parent = parent.parent()) {
            if (parent.tagName().equalsIgnoreCase("outline") && attribute(parent, "xmlUrl") == null) {
                return slug(first(
                        attribute(parent, "pointwatch:group"), attribute(parent, "text"), attribute(parent, "title")));
            }
        }
        return null;
    }

    /** {@code /News/World,/tag} stands for folders in flat lists: the last step of the first path. */
    private static @Nullable String category(Element outline) {
        var category = attribute(outline, "category");
        if (category == null) {
            return null;
        }
        var first = category.split(",", 2)[0].replaceAll("/+$", "");
        return slug(first.substring(first.lastIndexOf('/') + 1));
    }

    /** A group as it stands in facets: lower case, words joined by hyphens. */
    private static @Nullable String slug(@Nullable String text) {
        var slug = text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? null : slug;
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable String attribute(Element element, String name) {
        var value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** The list as well-formed OPML 2.0. */
    public static byte[] write(String title, List<Subscription> feeds) {
        return OpmlWriter.write(title, feeds);
    }
}
