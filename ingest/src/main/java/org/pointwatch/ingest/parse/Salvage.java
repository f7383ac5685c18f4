// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The last rung: what a tolerant parser can still find in a feed that is no XML. */
final class Salvage {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> SUMMARIES = Set.of("description", "summary");
    private static final Set<String> CONTENTS = Set.of("encoded", "content", "body");

    private Salvage() {}

    /** The feed, or null if there is none in it. */
    static @Nullable ParsedFeed of(XmlScan.Scanned scanned, @Nullable String base, List<String> problems) {
        var parser = Parser.xmlParser().setMaxDepth(XmlScan.DEEPEST + 56);
        var document = parser.parseInput(scanned.text(), "");
        var root = document.getAllElements().stream()
                .filter(e -> ROOTS.contains(local(e)))
                .findFirst()
                .orElse(null);
        if (root == null) {
            return null;
        }
        var head = child(root, Set.of("channel"));
        var channel = head == null ? root : head;
        var atom = local(root).equals("feed");
        var entries = entries(root, base, atom);
        var tossed = scanned.tossed();
        if (scanned.openEntry() && entries.size() > 1) {
            entries.remove(entries.size() - 1);
            tossed++;
        }
        return new ParsedFeed(
                format(root),
                title(channel, atom),
                link(channel, base),
                text(channel, Set.of("language")),
                ttl(channel),
                entries,
                ParsedFeed.Rung.SALVAGED,
                tossed,
                List.copyOf(problems));
    }

    private static List<FeedEntry> entries(Element root, @Nullable String base, boolean atom) {
        var entries = new ArrayList<FeedEntry>();
        for (var element : root.getAllElements()) {
            var name = local(element);
            if (name.equals("item") || name.equals("entry")) {
                entries.add(entry(element, base, atom));
            }
        }
        return entries;
    }

    private static FeedEntry entry(Element e, @Nullable String base, boolean atom) {
        var guid = child(e, Set.of("guid", "id"));
        var id = guid == null ? e.attr("rdf:about") : guid.wholeText().strip();
        var permalink = guid != null && guid.attr("isPermaLink").equalsIgnoreCase("false") ? null : id;
        var lang = e.attr("xml:lang");
        return new FeedEntry(
                id.isEmpty() ? null : id,
                title(e, atom),
                Links.first(base, link(e, base), permalink),
                date(e, RawEntry.PUBLISHED),
                date(e, RawEntry.UPDATED),
                body(e, SUMMARIES, atom),
                body(e, CONTENTS, atom),
                author(e),
                lang.isEmpty() ? text(e, Set.of("language")) : lang);
    }

    private static String format(Element root) {
        var version = root.attr("version");
        return local(root) + (version.isEmpty() ? "" : "_" + CleanText.line(version, 10));
    }

    private static String title(Element parent, boolean atom) {
        var title = child(parent, Set.of("title"));
        return title == null ? "" : CleanText.line(plain(title, atom), Limits.TITLE);
    }

    private static String body(Element parent, Set<String> names, boolean atom) {
        var element = child(parent, names);
        return element == null ? "" : plain(element, atom);
    }

    private static String plain(Element element, boolean atom) {
        var type = element.attr("type");
        if (element.childrenSize() > 0) {
            return HtmlText.of(element.html());
        }
        var text = element.wholeText();
        return atom && !type.contains("html") ? CleanText.paragraphs(text) : HtmlText.of(text);
    }

    private static @Nullable String link(Element parent, @Nullable String base) {
        for (var child : parent.children()) {
            var rel = child.attr("rel");
            if (local(child).equals("link") && (rel.isEmpty() || rel.equals("alternate"))) {
                var found = Links.first(base, child.attr("href"), child.wholeText());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String author(Element entry) {
        var author = child(entry, Set.of("creator", "author"));
        if (author == null) {
            return null;
        }
        var name = child(author, Set.of("name"));
        return Authors.of((name == null ? author : name).wholeText());
    }

    private static @Nullable Duration ttl(Element channel) {
        var ttl = text(channel, Set.of("ttl"));
        return ttl == null ? null : Limits.ttl(ttl);
    }

    private static @Nullable String date(Element entry, List<String> names) {
        for (var name : names) {
            var written = text(entry, Set.of(name.toLowerCase(Locale.ROOT)));
            if (written != null) {
                return written;
            }
        }
        return null;
    }

    private static @Nullable String text(Element parent, Set<String> names) {
        var child = child(parent, names);
        var text = child == null ? "" : CleanText.line(child.wholeText(), Limits.AUTHOR);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Element child(Element parent, Set<String> names) {
        for (var child : parent.children()) {
            if (names.contains(local(child))) {
                return child;
            }
        }
        return null;
    }

    private static String local(Element element) {
        var name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
