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
 * @param entry the article as its feed told it
 * @param zone of dates that name none
 * @param publish writes the article anew; false if its feed is another fetcher's now
 * @param tries made so far
 */
record PageTask(String url, Revision entry, @Nullable ZoneId zone, Predicate<Revision> publish, int tries) {
    String host() {
        return Domains.ofUrl(url);
    }

    PageTask again() {
        return new PageTask(url, entry, zone, publish, tries + 1);
    }
}
