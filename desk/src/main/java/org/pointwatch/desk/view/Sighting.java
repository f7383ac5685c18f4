// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;

/**
 * One article's mention of one target, with the sentence that proves it.
 *
 * @param at event time
 * @param clock which clock gave it
 * @param url http or https, else null
 */
record Sighting(
        String article,
        Instant at,
        EventTime.Source clock,
        String outlet,
        @Nullable String url,
        @Nullable String language,
        String sentence) {}
