// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.opml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
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
        var text = Documents.text(bytes);
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

    /** The list as well-formed OPML 2.0, a folder for each group, feeds in the order of their addresses. */
    public static byte[] write(String title, List<Subscription> feeds) {
        var document = new Document("");
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .prettyPrint(true)
                .indentAmount(2);
        var opml = document.appendElement("opml")
                .attr("version", "2.0")
                .attr("xmlns:pointwatch", "https://pointwatch.org/opml");
        opml.appendElement("head").appendElement("title").text(title);
        var body = opml.appendElement("body");
        var groups = new TreeMap<String, List<Subscription>>();
        feeds.stream().sorted(Comparator.comparing(Subscription::feed)).forEach(f -> groups.computeIfAbsent(
                        f.group() == null ? "" : f.group(), g -> new ArrayList<>())
                .add(f));
        groups.forEach((group, members) -> {
            var parent = group.isEmpty() ? body : body.appendElement("outline").attr("text", group);
            members.forEach(member -> outline(parent, member));
        });
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + document.outerHtml().strip() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void outline(Element parent, Subscription feed) {
        var outline = parent.appendElement("outline")
                .attr("type", "rss")
                .attr("text", feed.title())
                .attr("xmlUrl", feed.feed());
        optional(outline, "language", feed.language());
        optional(outline, "pointwatch:outlet", feed.outlet());
        optional(outline, "pointwatch:zone", feed.zone());
    }

    private static void optional(Element outline, String name, @Nullable String value) {
        if (value != null) {
            outline.attr(name, value);
        }
    }
}
