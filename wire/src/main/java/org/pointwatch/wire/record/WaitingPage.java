// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import org.pointwatch.domain.article.Revision;

/**
 * A page behind a published entry that is still to be read, kept so that a restarted or another fetcher goes on with it.
 *
 * @param entry the article as its feed told it, without the text
 * @param told how long the text was that the feed told
 */
public record WaitingPage(Revision entry, int told) {
    /** Header of a tombstone that is no reader's word: whoever has the page in hand drops it. */
    public static final String WITHDRAWN = "withdrawn";

    /** The article of a record's key. */
    public static String article(String key) {
        return key.substring(0, Math.max(0, key.indexOf('@')));
    }

    /** One article may wait for its page under several feeds. */
    public String key() {
        return entry.id() + "@" + entry.feed();
    }
}
