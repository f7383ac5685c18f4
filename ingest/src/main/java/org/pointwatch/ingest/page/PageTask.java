// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.url.Domains;

/**
 * One page to read.
 *
 * @param url of the page
 * @param entry the article as its feed told it, without the text, so that what waits is small
 * @param told how long the text was that the feed told
 * @param zone of dates that name none
 * @param publish writes the article anew; false if its feed is another fetcher's now
 * @param tries made so far
 */
record PageTask(String url, Revision entry, int told, @Nullable ZoneId zone, Predicate<Revision> publish, int tries) {
    static PageTask of(Revision r, @Nullable ZoneId zone, Predicate<Revision> publish) {
        return new PageTask(String.valueOf(r.url()), slim(r), r.readable().length(), zone, publish, 0);
    }

    private static Revision slim(Revision r) {
        return new Revision(
                r.id(),
                r.revision(),
                r.feed(),
                r.outlet(),
                r.group(),
                r.url(),
                r.title(),
                r.summary(),
                "",
                r.truncated(),
                r.language(),
                r.author(),
                r.agency(),
                r.published(),
                r.publishedSource(),
                r.updated(),
                r.fetched(),
                r.firstSeen(),
                r.body(),
                r.origin());
    }

    String host() {
        return Domains.ofUrl(url);
    }

    PageTask again() {
        return new PageTask(url, entry, told, zone, publish, tries + 1);
    }
}
