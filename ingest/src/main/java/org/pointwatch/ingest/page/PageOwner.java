// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.record.WaitingPage;

/** Who keeps the pages that wait, and publishes what they say. Used by many threads. */
@FunctionalInterface
public interface PageOwner {
    /**
     * A page is done with, which is kept together with what it brought.
     *
     * @param revision the article anew, null if its feed's word stands
     * @param refused whether the site does not show it to us
     * @return false if nothing was kept: the feed is another fetcher's now, or the entry has changed meanwhile
     */
    boolean ended(WaitingPage page, @Nullable Revision revision, boolean refused);

    /** These will not be asked for: there is no room for them. */
    default void givenUp(List<WaitingPage> pages) {
        pages.forEach(page -> ended(page, null, false));
    }

    /** Whether the page is still to be read. */
    default boolean waits(WaitingPage page) {
        return true;
    }

    /** The zone of dates that name none, as the list of feeds has it. */
    default @Nullable String zone(WaitingPage page) {
        return null;
    }
}
