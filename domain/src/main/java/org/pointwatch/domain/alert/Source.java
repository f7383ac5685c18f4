// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The article that a fact comes from.
 *
 * @param article article id, null where the clock alone made the fact
 * @param story the article's story as known then
 * @param at event time of the fact
 * @param live not read from an archive
 * @param sentence that proves it
 */
public record Source(
        @Nullable String article, @Nullable String story, Instant at, boolean live, @Nullable String sentence) {}
