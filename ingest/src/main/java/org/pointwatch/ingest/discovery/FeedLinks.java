// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.url.UrlParts;

/** The feeds that a page names, and where else one may be asked for. Pure. */
public final class FeedLinks {
    private static final int LARGEST = 2_000_000;
    private static final int MOST = 50;
    private static final int DEEPEST = 300;
    private static final int TITLE = 200;
    private static final List<String> USUAL = List.of(
            "/feed",
            "/rss",
            "/rss.xml",
            "/feed.xml",
            "/atom.xml",
            "/index.xml",
            "/feed.json",
            "/feeds/posts/default",
            "/news-sitemap.xml",
            "/sitemap-news.xml");

    private FeedLinks() {}

    /** @param title as the page calls it, empty if it does not */
    public record FeedLink(String url, String title) {}

    /**
     * What the page names as feeds ({@code link rel="alternate"}) in its order, then links in its text that look like feeds.
     *
     * @param url of the page
     */
    public static List<FeedLink> in(String html, String url) {
        var page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(CleanText.head(html, LARGEST), "");
        var base = page.selectFirst("base[href]");
        var from = base == null ? url : absolute(base.attr("href"), url);
        var found = new LinkedHashMap<String, FeedLink>();
        for (var link : page.select("link[href]")) {
            if (declares(link)) {
                add(link, link.attr("title"), from == null ? url : from, found);
            }
        }
        for (var link : page.select("a[href]")) {
            if (looksLikeAFeed(link.attr("href"))) {
                add(link, link.text(), from == null ? url : from, found);
            }
        }
        return List.copyOf(found.values());
    }

    /** Where feeds of a site often are. */
    public static List<String> usual(String url) {
        var parts = UrlParts.of(url);
        if (parts == null) {
            return List.of();
        }
        var site = parts.scheme() + "://" + parts.origin();
        return USUAL.stream().map(path -> text(site + path)).toList();
    }

    private static String text(String url) {
        var parts = UrlParts.of(url);
        return parts == null ? url : parts.text();
    }

    private static boolean declares(Element link) {
        var rel = link.attr("rel").toLowerCase(Locale.ROOT);
        var type = link.attr("type").toLowerCase(Locale.ROOT);
        return (rel.contains("alternate") || rel.contains("feed"))
                && (type.contains("rss")
                        || type.contains("atom")
                        || type.contains("feed+json")
                        || rel.contains("feed"));
    }

    private static boolean looksLikeAFeed(String href) {
        var plain = href.toLowerCase(Locale.ROOT);
        var query = plain.indexOf('?');
        var path = query < 0 ? plain : plain.substring(0, query);
        return path.endsWith(".rss")
                || path.endsWith("/rss")
                || path.endsWith("/rss/")
                || path.endsWith("/feed")
                || path.endsWith("/feed/")
                || path.endsWith("rss.xml")
                || path.endsWith("feed.xml")
                || path.endsWith("atom.xml")
                || path.endsWith("feed.json");
    }

    private static void add(Element link, String title, String from, Map<String, FeedLink> found) {
        var url = absolute(link.attr("href"), from);
        if (url != null && found.size() < MOST) {
            found.putIfAbsent(url, new FeedLink(url, CleanText.line(title, TITLE)));
        }
    }

    private static @Nullable String absolute(String href, String from) {
        var whole = UrlParts.of(href);
        if (whole != null) {
            return whole.text();
        }
        try {
            var parts = UrlParts.of(
                    new URI(from).resolve(href.strip().replace(" ", "%20")).toString());
            return parts == null ? null : parts.text();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
