// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.wire.record.Coverage;

/**
 * What a delta has done to one bucket of a target.
 *
 * @param coverage afterwards; null if nothing is left
 * @param cameOrWent the bucket held nothing before, or holds nothing now
 * @param change of the counts
 * @param gained outlets that had no articles in the bucket before
 * @param lost outlets that have none now
 */
record Counted(
        String target,
        Instant bucket,
        @Nullable Coverage coverage,
        boolean cameOrWent,
        Counts change,
        List<String> gained,
        List<String> lost) {}
