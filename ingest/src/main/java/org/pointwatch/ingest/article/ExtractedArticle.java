// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.parse.FeedDate;

/**
 * What a page tells of its article.
 *
 * @param title one line, empty if none
 * @param text paragraphs separated by a newline, empty if none
 * @param published with its source: {@code page-json-ld}, {@code page-meta}, {@code page-time}, {@code page-url},
 *     {@code none} or {@code implausible}
 * @param language as the page claims, ISO 639-1, null if it does not
 * @param agency the news agency credited, null if none
 * @param canonical the address under which the page wants to be known, in our spelling
 */
public record ExtractedArticle(
        String title,
        String text,
        @Nullable String author,
        FeedDate published,
        @Nullable String language,
        @Nullable String agency,
        @Nullable String canonical,
        Access access) {

    /** Whether the page showed its article. */
    public enum Access {
        OPEN,
        /** A part of the text, and an offer to subscribe. */
        PAYWALL,
        /** A question about cookies instead of the article. */
        CONSENT,
        /** A test whether a person is reading, or a refusal. */
        CHALLENGE,
        NO_ARTICLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
