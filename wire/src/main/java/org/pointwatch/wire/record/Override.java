// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An analyst's decision; the newest by (time, id) wins over the algorithm.
 *
 * @param id of the decision
 * @param kind split, merge, veto-tag, veto-outlet or undo
 * @param subject article id or outlet domain
 * @param with the other article of a merge
 * @param tag the target of a vetoed tag
 */
public record Override(
        String id,
        String kind,
        String subject,
        @Nullable String with,
        @Nullable String tag,
        String by,
        String why,
        Instant at) {}
