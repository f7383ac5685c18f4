// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something new that a desk should know.
 *
 * @param why the reason in words, with the numbers that led to it
 * @param escalates id of the earlier alert this one follows, null for none
 */
public record Alert(
        String id,
        String dossier,
        String kind,
        String target,
        Instant at,
        String why,
        List<String> evidence,
        @Nullable String story,
        @Nullable String escalates) {}
