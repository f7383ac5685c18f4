// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One state of an article's text: the value of the topic {@code articles}.
 *
 * @param id article id, from its canonical URL ({@link Ids#article})
 * @param revision revision id, from title, summary and text ({@link Ids#revision})
 * @param feed the feed's URL, or null if the article came from an archive without one
 * @param outlet the publisher: a registrable domain or the feed's own title
 * @param group the outlet's group in the list of feeds, such as {@code agencies}
 * @param url canonical URL, or null where the entry has none
 * @param title plain text, at most 1,000 code points
 * @param summary plain text, empty if none
 * @param text plain text with paragraphs separated by a newline, cut at {@link #MAX_TEXT} UTF-16 units
 * @param truncated whether text was cut
 * @param language ISO 639-1 as declared or found, null if unknown
 * @param published the claimed time of publication, fixed when the article was first seen; null if none or implausible
 * @param publishedSource where {@code published} comes from, such as {@code feed}, {@code feed-date-only}, {@code none}, {@code implausible}
 * @param updated the claimed time of the last change
 * @param fetched when this state was fetched (the archive's time in a replay)
 * @param firstSeen when the article was first fetched
 */
public record Revision(
        String id,
        String revision,
        @Nullable String feed,
        String outlet,
        @Nullable String group,
        @Nullable String url,
        String title,
        String summary,
        String text,
        boolean truncated,
        @Nullable String language,
        @Nullable String author,
        @Nullable String agency,
        @Nullable Instant published,
        String publishedSource,
        @Nullable Instant updated,
        Instant fetched,
        Instant firstSeen,
        Body body,
        Origin origin) {
    public static final int MAX_TEXT = 200_000;

    /** UTF-16 units of all its words together; what has more was not made by a fetcher. */
    public static final int MAX_LENGTH = MAX_TEXT + 100_000;

    /** To make another one of it. */
    public RevisionDraft draft() {
        return new RevisionDraft(this);
    }

    public boolean deleted() {
        return body == Body.DELETED;
    }

    /** UTF-16 units of all its words together. */
    public int length() {
        return Stream.of(id, revision, feed, outlet, group, url, title, summary, text, language, author, agency)
                .mapToInt(words -> words == null ? 0 : words.length())
                .sum();
    }

    /** The text that is tagged and compared: the full text, else the summary. */
    public String readable() {
        return text.isEmpty() ? summary : text;
    }
}
