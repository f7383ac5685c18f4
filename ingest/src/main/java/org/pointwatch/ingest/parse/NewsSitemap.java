// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.FeedParser.NotAFeed;

/** News sitemaps: what a publisher tells search engines of the last two days, with address, title and time. */
final class NewsSitemap {
    private NewsSitemap() {}

    static FeedParser.Result parse(XmlScan.Scanned scanned, @Nullable String base) {
        var document = Parser.xmlParser().setMaxDepth(XmlScan.DEEPEST).parseInput(scanned.text(), "");
        var entries = new ArrayList<FeedEntry>();
        String title = "";
        var tossed = 0;
        for (var url : document.getAllElements()) {
            var news = local(url).equals("url") ? child(url, "news") : null;
            if (news != null && entries.size() < XmlScan.MOST_ENTRIES) {
                entries.add(entry(url, news, base));
                title = title.isEmpty() ? publication(news) : title;
            } else {
                tossed += news == null ? 0 : 1;
            }
        }
        if (entries.isEmpty()) {
            return new NotAFeed("a sitemap without news: only news sitemaps tell title and time of articles");
        }
        return new ParsedFeed(
                "news-sitemap",
                title,
                null,
                null,
                null,
                entries,
                ParsedFeed.Rung.SITEMAP,
                tossed,
                tossed == 0 ? List.of() : List.of(tossed + " entries not read"));
    }

    private static FeedEntry entry(Element url, Element news, @Nullable String base) {
        var written = text(news, "publication_date");
        return new FeedEntry(
                null,
                CleanText.line(entities(text(news, "title")), Limits.TITLE),
                Links.absolute(text(url, "loc"), base),
                written.isEmpty() ? null : written,
                text(url, "lastmod").isEmpty() ? null : text(url, "lastmod"),
                "",
                "",
                null,
                language(news));
    }

    /** Many write their entities twice. */
    private static String entities(String title) {
        return title.indexOf('&') < 0 ? title : Parser.unescapeEntities(title, false);
    }

    private static String publication(Element news) {
        var publication = child(news, "publication");
        return publication == null ? "" : CleanText.line(text(publication, "name"), Limits.TITLE);
    }

    private static @Nullable String language(Element news) {
        var publication = child(news, "publication");
        var language = publication == null ? "" : text(publication, "language");
        return language.isEmpty() ? null : language;
    }

    private static String text(Element parent, String name) {
        var child = child(parent, name);
        return child == null ? "" : child.wholeText().strip();
    }

    private static @Nullable Element child(Element parent, String name) {
        for (var child : parent.children()) {
            if (local(child).equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static String local(Element element) {
        var name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
