// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fictitious outlet and its one feed.
 *
 * @param id also the path of its feed
 * @param ttl minutes for which the feed asks to be left alone
 */
record SampleOutlet(
        String id,
        String title,
        String domain,
        FeedFormat format,
        String encoding,
        String language,
        String group,
        ZoneId zone,
        @Nullable Integer ttl,
        List<SampleEntry> entries) {

    /** Its home page, which nobody serves. */
    String home() {
        return "https://www." + domain + "/";
    }
}
