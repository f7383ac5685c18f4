// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real-world deadline as the statements of its binding make it.
 *
 * @param id hash of the binding and of the day first set
 * @param due as last set; the most exact that was told of its day
 * @param days every day that it was due on, the first one first
 * @param history changes of status, in the order of the walk
 * @param points every point that was named with it, sorted
 * @param actors who set, repeated, moved, softened or denied it, and whom it binds, sorted
 * @param setBy who set it, as the earliest statement that names somebody has it
 * @param stories originals and rewrites that mention it
 * @param evidence the sentence of the earliest original that names the day; of a copy, while only copies do
 * @param evidenceArticle the article it is in
 * @param ownEvidence whether that is an original or a rewrite
 * @param live whether any article with it was fetched as it happened
 * @param into the deadline that took over, for a merged one
 */
public record LedgerDeadline(
        Binding binding,
        String id,
        String due,
        Precision precision,
        Status status,
        List<LocalDate> days,
        List<Change> history,
        List<String> points,
        List<String> actors,
        @Nullable String setBy,
        long stories,
        Instant firstSeen,
        Instant lastSeen,
        String evidence,
        String evidenceArticle,
        boolean ownEvidence,
        boolean live,
        @Nullable String into) {
    public LedgerDeadline {
        days = List.copyOf(days);
        history = List.copyOf(history);
        points = List.copyOf(points);
        actors = List.copyOf(actors);
    }

    /** The day it is due on. */
    public LocalDate day() {
        return when().day();
    }

    /** When it ends. */
    public Due when() {
        return Due.of(due).orElseThrow(() -> new IllegalStateException("deadline " + id + " is due on " + due));
    }

    LedgerDeadline mergedInto(String other) {
        return new LedgerDeadline(
                binding,
                id,
                due,
                precision,
                Status.MERGED,
                days,
                history,
                points,
                actors,
                setBy,
                stories,
                firstSeen,
                lastSeen,
                evidence,
                evidenceArticle,
                ownEvidence,
                live,
                other);
    }
}
