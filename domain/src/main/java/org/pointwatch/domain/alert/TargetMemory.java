// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.AlertKind;

/**
 * What is remembered of one target, so that nothing is told twice.
 *
 * @param told by the fact's own name
 * @param fired by kind, when one was last told
 * @param deadlines by id in the ledger
 * @param figures by unit, the values that are known
 * @param episodes by kind, what goes on since it was told
 * @param sightings the latest live reports, newest first
 * @param replayed event time of the newest report from an archive
 * @param warm the latest live reports that speak well of the target, newest first
 * @param cold those that speak ill of it
 */
public record TargetMemory(
        Map<String, Told> told,
        Map<AlertKind, Instant> fired,
        Map<String, KnownDeadline> deadlines,
        Map<String, List<Double>> figures,
        Map<AlertKind, Episode> episodes,
        List<Source> sightings,
        @Nullable Instant replayed,
        List<Source> warm,
        List<Source> cold) {
    public static final TargetMemory NOTHING =
            new TargetMemory(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), null, List.of(), List.of());

    public TargetMemory {
        told = Map.copyOf(told);
        fired = Map.copyOf(fired);
        deadlines = Map.copyOf(deadlines);
        figures = Map.copyOf(figures);
        episodes = Map.copyOf(episodes);
        sightings = List.copyOf(sightings);
        warm = List.copyOf(warm);
        cold = List.copyOf(cold);
    }

    /**
     * A fact that needs no telling any more.
     *
     * @param alert its alert, null if it was held back
     * @param story that it came from
     */
    public record Told(Instant at, @Nullable String alert, @Nullable String story) {}

    /**
     * A deadline as it was last heard of.
     *
     * @param live whether any report of it was no replay
     * @param alert the last one about it
     * @param source of its latest change
     */
    public record KnownDeadline(
            @Nullable String bound,
            @Nullable String due,
            @Nullable Instant over,
            String precision,
            String status,
            boolean live,
            @Nullable String alert,
            Source source) {}

    /**
     * Something that lasts.
     *
     * @param alert the last one about it, null if it was held back
     * @param level how strong it was then
     * @param seen when it was last so
     */
    public record Episode(@Nullable String alert, Instant since, double level, Instant seen) {}

    /** Whether time alone may give something to tell. */
    public boolean hasOpenDeadlines() {
        return deadlines.values().stream().anyMatch(DeadlineRules::open);
    }
}
