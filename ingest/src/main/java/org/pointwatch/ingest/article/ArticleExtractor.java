// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Credits;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;

/** Reads the article on a page. Never throws on a page; what is not there is empty or null. */
public final class ArticleExtractor {
    /** Markup beyond this is not read. */
    public static final int LARGEST = 3_000_000;

    private static final int DEEPEST = 300;
    /** Several times what the largest news pages have; a page with more is made to be heavy. */
    private static final int MOST_ELEMENTS = 50_000;

    private static final int SAYS_LITTLE = 200;
    private static final Pattern LANGUAGE = Pattern.compile("([a-zA-Z]{2,3})(?:[-_].*)?");

    private ArticleExtractor() {}

    /**
     * @param contentType the HTTP header's value, if there is one
     * @param url where the page came from in the end
     * @param zone of dates that name none; null is UTC
     * @param now dates more than a day ahead of it are not believed
     */
    public static ExtractedArticle of(
            byte[] page, @Nullable String contentType, @Nullable String url, @Nullable ZoneId zone, Instant now) {
        return of(PageCharset.decode(page, contentType), url, zone, now);
    }

    public static ExtractedArticle of(String html, @Nullable String url, @Nullable ZoneId zone, Instant now) {
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        var page = parser.parseInput(CleanText.head(html, LARGEST), "");
        var metas = Metas.of(page);
        var data = LinkedData.of(page);
        var title = Titles.of(page, metas, data);
        var text = text(page, title, data);
        var author = Bylines.of(page, metas, data);
        var outlet = url == null ? null : Domains.ofUrl(url);
        return new ExtractedArticle(
                title,
                text,
                author,
                new Dates(zone, now).of(page, metas, data, url),
                language(page, metas, data),
                Credits.agency(null, author, outlet, text),
                canonical(page, metas, url),
                Walls.of(page, data, text, url));
    }

    private static String text(Document page, String title, LinkedData data) {
        var shown = shown(page.body(), title);
        if (shown.length() < SAYS_LITTLE
                || !data.body().isEmpty() && 2 * shown.length() < data.body().length()) {
            var told = data.body();
            return told.length() > shown.length() ? told : shown;
        }
        return shown;
    }

    private static String shown(Element body, String title) {
        if (body.stream().limit(MOST_ELEMENTS + 1).count() > MOST_ELEMENTS) {
            return "";
        }
        var all = Measures.of(body, Tags::dropped);
        var widest = new MainPart(all, Tags::dropped).of(body);
        var clutter = new Clutter(all, all.of(body).prose(), widest);
        var clean = Measures.of(body, clutter::test);
        var main = new MainPart(clean, clutter::test).of(body);
        return joined(Prose.of(Blocks.of(main, e -> !e.equals(main) && clutter.test(e)), title));
    }

    private static String joined(List<Block> blocks) {
        return CleanText.head(
                CleanText.paragraphs(blocks.stream().map(Block::text).collect(Collectors.joining("\n"))),
                Revision.MAX_TEXT);
    }

    private static @Nullable String language(Document page, Metas metas, LinkedData data) {
        var html = page.selectFirst("html");
        var attribute = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        for (var claim : new @Nullable String[] {
            attribute, data.language(), metas.first("content-language", "og:locale", "dc.language", "language")
        }) {
            var m = claim == null ? null : LANGUAGE.matcher(claim.strip());
            if (m != null && m.matches()) {
                return m.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** Believed only within the page's own site: a page that names another site's address names its source or lies. */
    private static @Nullable String canonical(Document page, Metas metas, @Nullable String url) {
        var link = page.selectFirst("link[rel=canonical][href]");
        var named = CanonicalUrl.of(link == null ? metas.first("og:url") : link.attr("href"));
        var own = CanonicalUrl.of(url);
        if (named == null) {
            return own;
        }
        return own == null || Domains.ofUrl(named).equals(Domains.ofUrl(own)) ? named : own;
    }
}
