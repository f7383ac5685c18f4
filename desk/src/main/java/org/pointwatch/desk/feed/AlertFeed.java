// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.time.Instant;
import java.util.List;

/**
 * What both formats of the alert feed are made of.
 *
 * @param desk address of the desk's page, with a slash at its end
 * @param path of this feed, below {@code desk}
 * @param filter query that chose the entries, in its canonical order; empty for all
 * @param entries the newest first
 */
public record AlertFeed(String title, String desk, String path, String filter, List<AlertEntry> entries) {
    private static final int LONGEST_TITLE = 200;

    public AlertFeed {
        title = FeedText.line(title, LONGEST_TITLE);
        entries = List.copyOf(entries);
    }

    /** One for each filter, whatever the format and the address. */
    String id() {
        return AlertEntry.tag("alerts" + (filter.isEmpty() ? "" : "?" + filter));
    }

    String self() {
        return desk + path + (filter.isEmpty() ? "" : "?" + filter);
    }

    /** Of the newest change; the beginning of time for a feed without entries, because no clock is read. */
    Instant updated() {
        return entries.stream().map(AlertEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
