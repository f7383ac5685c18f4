// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that {@code articles} holds of one article, and what that comes to by the published rule. */
final class History {
    private static final Comparator<State> BY_TIME =
            Comparator.comparing(State::fetched).thenComparing(State::revision);

    private static final Comparator<State> BETTER =
            Comparator.comparing(State::fullness).thenComparing(BY_TIME.reversed());

    private static final Duration KEPT = State.HORIZON.plusDays(1);

    private final int partition;
    /** Of each text and fullness the records of its earliest fetch: as a rule one. */
    private final List<State> readable = new ArrayList<>(1);

    private @Nullable State withdrawal;
    private boolean beyond;
    private boolean takenDown;
    private long arrived = Long.MAX_VALUE;

    /** What the article must be. */
    sealed interface Verdict {}

    /** It counts in this state; where one moment's records disagree on the rest, in one of these. */
    record Current(List<State> oneOf) implements Verdict {
        State state() {
            return oneOf.get(0);
        }
    }

    /** Why it does not count. */
    enum Left implements Verdict {
        WITHDRAWN,
        BEYOND_HORIZON,
        DEAD_LETTERED
    }

    History(int partition) {
        this.partition = partition;
    }

    int partition() {
        return partition;
    }

    /** @param timestamp of one of its records: when it was sent */
    void arrived(long timestamp) {
        arrived = Math.min(arrived, timestamp);
    }

    /**
     * Whether what was decided then may have come too late for the article: its state is dropped a day after nothing can
     * change it any more. When that was depends on what came later, so that this is said rather too often.
     */
    boolean mayBeForgotten(Instant decided) {
        return decided.toEpochMilli() > Math.min(arrived, Long.MAX_VALUE - KEPT.toMillis()) + KEPT.toMillis();
    }

    /** A record that could not be read is added by not being added. */
    void add(State s) {
        if (!s.counts()) {
            beyond = true;
        } else if (s.withdrawal()) {
            takenDown |= s.last();
            withdrawal = withdrawal == null || BY_TIME.compare(s, withdrawal) > 0 ? s : withdrawal;
        } else {
            addReadable(s);
        }
    }

    private void addReadable(State s) {
        var known = readable.stream().filter(s::same).findFirst().orElse(null);
        if (known != null && known.fetched().compareTo(s.fetched()) < 0) {
            return;
        }
        if (known != null && known.fetched().compareTo(s.fetched()) > 0) {
            readable.removeIf(s::same);
        }
        if (!readable.contains(s)) {
            readable.add(s);
        }
    }

    boolean knows(String revision) {
        return readable.stream().anyMatch(s -> s.revision().equals(revision));
    }

    Verdict verdict() {
        var last = readable.stream().max(BY_TIME).orElse(null);
        if (takenDown || withdrawal != null && (last == null || BY_TIME.compare(withdrawal, last) > 0)) {
            return Left.WITHDRAWN;
        }
        if (last == null) {
            return beyond ? Left.BEYOND_HORIZON : Left.DEAD_LETTERED;
        }
        var best = readable.stream().min(BETTER).orElse(last);
        return new Current(readable.stream().filter(best::same).toList());
    }
}
