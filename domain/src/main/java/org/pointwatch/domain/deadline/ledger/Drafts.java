// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The deadlines of one binding while it is walked, in the order in which they were opened. */
final class Drafts {
    private static final Comparator<Draft> BY_END =
            Comparator.comparing((Draft d) -> d.due().end()).thenComparing(Draft::id);

    private final List<Draft> all = new ArrayList<>();
    private final Map<LocalDate, List<Draft>> byDay = new HashMap<>();
    private Instant soonest = Instant.MAX;

    void add(Draft draft) {
        all.add(draft);
        touched(draft);
    }

    /** Whoever changes a draft says so: it may be due on another day, or end earlier than all others. */
    void touched(Draft draft) {
        for (var day : draft.days()) {
            var there = byDay.computeIfAbsent(day, any -> new ArrayList<>());
            if (!there.contains(draft)) {
                there.add(draft);
                there.sort(Comparator.comparingInt(all::indexOf));
            }
        }
        if (draft.open() && draft.due().end().isBefore(soonest)) {
            soonest = draft.due().end();
        }
    }

    /** What has ended by then has passed. */
    void pass(Instant now) {
        if (soonest.isAfter(now)) {
            return;
        }
        all.stream()
                .filter(d -> d.open() && !d.due().end().isAfter(now))
                .sorted(BY_END)
                .forEach(Draft::pass);
        soonest = all.stream()
                .filter(Draft::open)
                .map(d -> d.due().end())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The deadline of that day: an open one that is due on it, else any that is, else one that was due on it once. */
    @Nullable
    Draft of(LocalDate day) {
        var there = byDay.getOrDefault(day, List.of());
        var open = newest(there, d -> d.open() && d.dueOn(day));
        if (open != null) {
            return open;
        }
        var due = newest(there, d -> d.dueOn(day));
        return due != null ? due : newest(there, d -> true);
    }

    @Nullable
    Draft openOn(LocalDate day) {
        return newest(byDay.getOrDefault(day, List.of()), d -> d.open() && d.dueOn(day));
    }

    /** The newest open one that is due on one of these days. */
    @Nullable
    Draft openOnAny(List<LocalDate> days) {
        var those = new HashSet<>(days);
        return days.isEmpty()
                ? null
                : newest(d -> d.open() && those.contains(d.due().day()));
    }

    @Nullable
    Draft newestOpen() {
        return newest(Draft::open);
    }

    @Nullable
    Draft newest(Predicate<Draft> which) {
        return newest(all, which);
    }

    private static @Nullable Draft newest(List<Draft> some, Predicate<Draft> which) {
        for (var i = some.size() - 1; i >= 0; i--) {
            if (which.test(some.get(i))) {
                return some.get(i);
            }
        }
        return null;
    }

    long endingAfter(Instant at) {
        return all.stream().filter(d -> d.due().end().isAfter(at)).count();
    }

    List<LedgerDeadline> finished() {
        return all.stream().map(Draft::finished).toList();
    }
}
