// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All revisions of one article that were seen; which of them is current depends on the set, never on their order.
 *
 * @param seen every revision's id and body with its earliest fetch time, a withdrawal's with its latest (who withdraws
 *     twice means it twice), in order of (time, id)
 * @param best the contents of the {@value #KEPT} best readable revisions, best first
 * @param takenDown whether a withdrawal came at the last moment that counts: nothing can come after it, so no text is kept
 */
public record RevisionSet(List<Seen> seen, List<Revision> best, boolean takenDown) {
    public static final RevisionSet NONE = new RevisionSet(List.of(), List.of(), false);

    /** Texts kept for falling back to; more would let a live blog grow a state value without bound. */
    static final int KEPT = 3;

    /** Ids kept; beyond them the earliest are forgotten. */
    static final int SEEN_KEPT = 500;

    private static final Comparator<Seen> BY_TIME =
            Comparator.comparing(Seen::fetched).thenComparing(Seen::revision).thenComparing(Seen::body);

    private static final Comparator<Revision> BEST_FIRST = Comparator.comparing(Revision::body)
            .thenComparing(Revision::fetched, Comparator.reverseOrder())
            .thenComparing(Revision::revision, Comparator.reverseOrder());

    /** One revision, without its text. */
    public record Seen(String revision, Body body, Instant fetched) {}

    /** What became of an arriving revision. */
    public enum Arrival {
        NEW,
        SEEN_BEFORE,
        BEYOND_HORIZON
    }

    /** The set after an arrival, and what the arrival was. */
    public record Added(RevisionSet set, Arrival arrival) {}

    public Added add(Revision r) {
        if (r.fetched().isAfter(r.firstSeen().plus(EventTime.HORIZON))) {
            return new Added(this, Arrival.BEYOND_HORIZON);
        }
        var known = seen.stream().filter(s -> same(s, r)).findFirst();
        if (known.isPresent() && !moves(known.get(), r)) {
            return new Added(this, Arrival.SEEN_BEFORE);
        }
        return new Added(with(r), known.isPresent() ? Arrival.SEEN_BEFORE : Arrival.NEW);
    }

    /** Whether this state of the text was seen before, at whatever time. */
    public boolean has(Revision r) {
        return seen.stream().anyMatch(s -> same(s, r));
    }

    private static boolean moves(Seen known, Revision r) {
        return r.deleted() ? r.fetched().isAfter(known.fetched()) : r.fetched().isBefore(known.fetched());
    }

    private static boolean forGood(Revision r) {
        return r.deleted() && r.fetched().equals(r.firstSeen().plus(EventTime.HORIZON));
    }

    /** Empty if nothing was seen, or if the article was withdrawn after all its readable revisions. */
    public Optional<Revision> current() {
        return withdrawn() ? Optional.empty() : best.stream().findFirst();
    }

    public boolean withdrawn() {
        return takenDown || !seen.isEmpty() && seen.get(seen.size() - 1).body() == Body.DELETED;
    }

    private RevisionSet with(Revision r) {
        var all = new ArrayList<>(seen.stream().filter(s -> !same(s, r)).toList());
        all.add(new Seen(r.revision(), r.body(), r.fetched()));
        all.sort(BY_TIME);
        var gone = takenDown || forGood(r);
        return new RevisionSet(
                List.copyOf(all.subList(Math.max(0, all.size() - SEEN_KEPT), all.size())),
                gone ? List.of() : bestWith(r),
                gone);
    }

    private List<Revision> bestWith(Revision r) {
        var contents = new ArrayList<>(best.stream()
                .filter(b -> !(b.revision().equals(r.revision()) && b.body() == r.body()))
                .toList());
        if (!r.deleted()) {
            contents.add(r);
        }
        contents.sort(BEST_FIRST);
        return List.copyOf(contents.subList(0, Math.min(KEPT, contents.size())));
    }

    private static boolean same(Seen s, Revision r) {
        return s.revision().equals(r.revision()) && s.body() == r.body();
    }
}
