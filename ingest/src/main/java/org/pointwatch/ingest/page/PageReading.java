// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Body;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.article.ExtractedArticle;
import org.pointwatch.ingest.article.ExtractedArticle.Access;

/**
 * What a page adds to the article that a feed told of.
 *
 * @param revision the article with the page's text, null if the feed's word stands
 * @param result under which the page is counted
 */
record PageReading(@Nullable Revision revision, String result) {
    static final String FULL = "full";

    private static final int SHORTEST = 150;
    private static final int LEAD = 1_000;
    private static final int LONGEST_PREVIEW = 1_500;

    /** @param told how long the text was that the feed told */
    static PageReading of(Revision entry, int told, ExtractedArticle page, Instant fetched) {
        var access = page.access();
        var closed = access == Access.CONSENT || access == Access.CHALLENGE || access == Access.NO_ARTICLE;
        if (closed || access == Access.PAYWALL && page.text().length() < LONGEST_PREVIEW) {
            return new PageReading(null, "refused-" + access.label());
        } else if (page.text().length() < SHORTEST || page.text().length() < told * 4L / 5) {
            return new PageReading(null, "shorter");
        } else if (!about(entry, page)) {
            return new PageReading(null, "another-page");
        }
        return new PageReading(full(entry, page, fetched), FULL);
    }

    /** Half of the entry's title stands in the page's title or lead; a site that sends everybody to its front page fails. */
    private static boolean about(Revision entry, ExtractedArticle page) {
        var wanted = words(entry.title());
        if (wanted.size() < 2) {
            return true;
        }
        var lead = page.text().length() > LEAD ? page.text().substring(0, LEAD) : page.text();
        var found = words(page.title() + " " + lead);
        return 2 * wanted.stream().filter(found::contains).count() >= wanted.size();
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i - start > 2) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static Revision full(Revision r, ExtractedArticle page, Instant fetched) {
        var full = r.draft()
                .words(r.title().isEmpty() ? page.title() : r.title(), r.summary(), page.text())
                .language(r.language() == null ? page.language() : r.language())
                .author(r.author() == null ? page.author() : r.author())
                .agency(r.agency() == null ? page.agency() : r.agency())
                .fetched(fetched)
                .body(Body.FULL);
        if (r.published() == null && page.published().at() != null) {
            full.published(page.published().at(), page.published().source());
        }
        return full.done();
    }

    static Revision withBody(Revision r, Body body) {
        return r.draft().body(body).done();
    }
}
