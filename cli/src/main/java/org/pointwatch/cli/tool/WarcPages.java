// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.domain.article.Origin;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.article.ArticleExtractor;
import org.pointwatch.ingest.article.ExtractedArticle;
import org.pointwatch.ingest.url.CanonicalUrl;
import org.pointwatch.ingest.url.Domains;

/** The articles on the pages of a web archive (WARC), each fetched and first seen when the archive captured it. */
final class WarcPages implements AutoCloseable {
    static final List<String> ENDINGS = List.of(".warc", ".warc.gz");

    private static final int OK = 200;
    private static final int LARGEST = 10 << 20;
    private static final int SHORTEST = 150;

    private final WarcReader reader;
    private long record;
    private long passed;

    WarcPages(InputStream in) throws IOException {
        reader = new WarcReader(in);
    }

    static boolean is(String file) {
        return ENDINGS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** How many records so far. */
    long record() {
        return record;
    }

    /** Records that are no pages with an article: requests, images, redirects, front pages. */
    long passed() {
        return passed;
    }

    /**
     * The next article, null at the end.
     *
     * @throws BadLine for a page that cannot be used; reading goes on behind it
     */
    @Nullable
    Revision next() throws IOException, BadLine {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            record++;
            var found = next.get() instanceof WarcResponse response ? article(response) : null;
            if (found != null) {
                return found;
            }
            passed++;
        }
        return null;
    }

    private static @Nullable Revision article(WarcResponse response) throws IOException, BadLine {
        var url = CanonicalUrl.of(response.target());
        if (url == null || !response.contentType().base().toString().equals("application/http")) {
            return null;
        }
        HttpResponse http;
        byte[] page;
        try {
            http = response.http();
            if (http.status() != OK || !type(http).contains("html")) {
                return null;
            }
            page = http.bodyDecoded().stream().readNBytes(LARGEST + 1);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadLine(url + " cannot be read: " + e.getMessage());
        }
        if (page.length > LARGEST) {
            throw new BadLine(url + " is larger than " + LARGEST + " bytes");
        }
        var captured = response.date();
        var article = ArticleExtractor.of(page, type(http), url, null, captured);
        return article.text().length() < SHORTEST || article.title().isEmpty()
                ? null
                : revision(url, article, captured);
    }

    private static String type(HttpResponse http) {
        return http.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Revision revision(String url, ExtractedArticle page, Instant captured) {
        return new Revision(
                Ids.article(url),
                Ids.revision(page.title(), "", page.text()),
                null,
                Domains.ofUrl(url),
                null,
                url,
                page.title(),
                "",
                page.text(),
                page.text().length() >= Revision.MAX_TEXT - 1,
                page.language(),
                page.author(),
                page.agency(),
                page.published().at(),
                page.published().source(),
                null,
                captured,
                captured,
                Body.FULL,
                Origin.REPLAY);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
