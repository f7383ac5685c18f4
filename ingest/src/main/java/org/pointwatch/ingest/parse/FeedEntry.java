// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * One entry as its feed tells it, in clean plain text; what it means for us is decided elsewhere.
 *
 * @param id guid or id as given
 * @param link absolute http(s) address
 * @param published the date as written, see {@link FeedDates}
 * @param updated the date as written
 * @param summary empty if none
 * @param content empty if none
 */
public record FeedEntry(
        @Nullable String id,
        String title,
        @Nullable String link,
        @Nullable String published,
        @Nullable String updated,
        String summary,
        String content,
        @Nullable String author,
        @Nullable String language) {}
