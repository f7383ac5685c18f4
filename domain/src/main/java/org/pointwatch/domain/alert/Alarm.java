// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.AlertKind;

/**
 * An alert to be told.
 *
 * @param id the same for the same fact, whoever works it out and however often
 * @param at event time of the fact
 * @param why in words, with the numbers
 * @param evidence sentences
 * @param escalates id of the earlier alert that it follows
 */
public record Alarm(
        String id,
        AlertKind kind,
        String target,
        Instant at,
        String why,
        List<String> evidence,
        @Nullable String story,
        @Nullable String escalates) {
    public Alarm {
        evidence = List.copyOf(evidence);
    }
}
