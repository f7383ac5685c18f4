// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.RevisionSet.Arrival;

import static org.assertj.core.api.Assertions.assertThat;

final class RevisionSetTest {
    private static final Instant FIRST_SEEN = Instant.parse("2025-11-20T12:00:00Z");

    @Test
    void isTheSameSetInWhateverOrderRevisionsArrive() {
        var arrivals = List.of(
                revision("a", Body.FULL, 0),
                revision("b", Body.FULL, 10),
                revision("c", Body.FEED_ONLY, 20),
                revision("a", Body.FULL, 30),
                revision("gone", Body.DELETED, 15),
                revision("d", Body.REFUSED, 10));
        var sets = new HashSet<RevisionSet>();
        for (var order : permutations(arrivals)) {
            sets.add(all(order));
        }
        assertThat(sets).hasSize(1);
        assertThat(current(sets.iterator().next())).contains("b");
    }

    @Test
    void isTheSameSetInWhateverOrderAWithdrawalArrives() {
        var arrivals = List.of(
                revision("a", Body.FULL, 0),
                revision("gone", Body.DELETED, 40),
                revision("b", Body.FULL, 40),
                revision("gone", Body.DELETED, 60),
                revision("z", Body.FEED_ONLY, 39));
        var sets = new HashSet<RevisionSet>();
        for (var order : permutations(arrivals)) {
            sets.add(all(order));
        }
        assertThat(sets).hasSize(1);
    }

    @Test
    void prefersTheBetterBodyThenTheLaterTimeThenTheGreaterId() {
        assertThat(current(all(List.of(revision("a", Body.FULL, 0), revision("b", Body.FEED_ONLY, 5)))))
                .contains("a");
        assertThat(current(all(List.of(revision("b", Body.FEED_ONLY, 0), revision("a", Body.FEED_ONLY, 5)))))
                .contains("a");
        assertThat(current(all(List.of(revision("b", Body.FULL, 5), revision("a", Body.FULL, 5)))))
                .contains("b");
    }

    @Test
    void hasNoCurrentRevisionOnceWithdrawnAndOneAgainWhenItComesBack() {
        var withdrawn = all(List.of(revision("a", Body.FULL, 0), revision("gone", Body.DELETED, 10)));
        assertThat(withdrawn.withdrawn()).isTrue();
        assertThat(withdrawn.current()).isEmpty();

        var back = withdrawn.add(revision("b", Body.FULL, 20)).set();
        assertThat(back.withdrawn()).isFalse();
        assertThat(current(back)).contains("b");
    }

    @Test
    void aSecondWithdrawalAfterAComebackCounts() {
        var arrivals = List.of(
                revision("a", Body.FULL, 0),
                revision("gone", Body.DELETED, 10),
                revision("b", Body.FULL, 20),
                revision("gone", Body.DELETED, 30),
                revision("gone", Body.DELETED, 5));
        var sets = new HashSet<RevisionSet>();
        permutations(arrivals).forEach(order -> sets.add(all(order)));
        assertThat(sets).hasSize(1);
        assertThat(sets.iterator().next().withdrawn()).isTrue();
    }

    @Test
    void aTakedownIsForGoodAndLeavesNoText() {
        var last = EventTime.HORIZON.toSeconds();
        var arrivals = List.of(
                revision("a", Body.FULL, 0),
                revision("z", Body.FULL, last),
                revision("gone", Body.DELETED, last),
                revision("gone", Body.DELETED, 7),
                revision("b", Body.FEED_ONLY, 20));
        var sets = new HashSet<RevisionSet>();
        permutations(arrivals).forEach(order -> sets.add(all(order)));
        assertThat(sets).hasSize(1);
        var set = sets.iterator().next();
        assertThat(set.best()).isEmpty();
        assertThat(set.current()).isEmpty();
        assertThat(set.seen()).hasSize(4);
        assertThat(set.add(revision("c", Body.FULL, 30)).set().best()).isEmpty();
    }

    @Test
    void isAFunctionOfTheSetWhateverComesInWhateverOrder() {
        var last = EventTime.HORIZON.toSeconds();
        var times = new long[] {0, 1, 5, 9, last - 1, last, last + 1};
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var arrivals = new ArrayList<Revision>();
            for (var i = 0; i < 9; i++) {
                var body = Body.values()[random.nextInt(4)];
                // As many texts as are kept: a fourth may be forgotten before a better one turns out to be older.
                var id = body == Body.DELETED ? "gone" : body.name();
                var revision = revision(id, body, times[random.nextInt(times.length)]);
                arrivals.addAll(Collections.nCopies(1 + random.nextInt(2), revision));
            }
            var before = all(arrivals);
            Collections.shuffle(arrivals, random);
            assertThat(all(arrivals)).as("seed " + seed).isEqualTo(before);
        }
    }

    @Test
    void ignoresAWithdrawalThatIsOlderThanAText() {
        var set = all(List.of(revision("a", Body.FULL, 10), revision("gone", Body.DELETED, 5)));
        assertThat(current(set)).contains("a");
    }

    @Test
    void callsATextSeenBeforeNoNewRevision() {
        var set = all(List.of(revision("a", Body.FULL, 0), revision("b", Body.FULL, 10)));
        var again = set.add(revision("a", Body.FULL, 20));
        assertThat(again.arrival()).isEqualTo(Arrival.SEEN_BEFORE);
        assertThat(again.set()).isEqualTo(set);
        assertThat(current(again.set())).contains("b");
    }

    @Test
    void movesARevisionToTheEarliestTimeUnderWhichItWasSeen() {
        var set = all(List.of(revision("a", Body.FULL, 20), revision("b", Body.FULL, 10)));
        assertThat(current(set)).contains("a");
        var earlier = set.add(revision("a", Body.FULL, 5));
        assertThat(earlier.arrival()).isEqualTo(Arrival.SEEN_BEFORE);
        assertThat(current(earlier.set())).contains("b");
    }

    @Test
    void takesTheSameTextWithABetterBodyForARevisionOfItsOwn() {
        var set = all(List.of(revision("a", Body.FEED_ONLY, 0)));
        var added = set.add(revision("a", Body.FULL, 10));
        assertThat(added.arrival()).isEqualTo(Arrival.NEW);
        assertThat(added.set().current()).map(Revision::body).contains(Body.FULL);
    }

    @Test
    void keepsAsideWhatWasFetchedBeyondTheHorizon() {
        var last = EventTime.HORIZON.toSeconds();
        assertThat(RevisionSet.NONE.add(revision("a", Body.FULL, last)).arrival())
                .isEqualTo(Arrival.NEW);
        var beyond = RevisionSet.NONE.add(revision("a", Body.FULL, last + 1));
        assertThat(beyond.arrival()).isEqualTo(Arrival.BEYOND_HORIZON);
        assertThat(beyond.set()).isEqualTo(RevisionSet.NONE);
    }

    @Test
    void staysSmallHoweverOftenALiveBlogChanges() {
        var set = RevisionSet.NONE;
        for (var i = 0; i < RevisionSet.SEEN_KEPT + 100; i++) {
            set = set.add(revision("r%04d".formatted(i), Body.FULL, i)).set();
        }
        assertThat(set.seen()).hasSize(RevisionSet.SEEN_KEPT);
        assertThat(set.best()).hasSize(RevisionSet.KEPT);
        assertThat(current(set)).contains("r0599");
    }

    @Test
    void readsTheSummaryWhereThereIsNoText() {
        var full = revision("a", Body.FULL, 0);
        assertThat(full.readable()).isEqualTo("text of a");
        assertThat(full.deleted()).isFalse();
    }

    private static RevisionSet all(List<Revision> arrivals) {
        var set = RevisionSet.NONE;
        for (var arrival : arrivals) {
            set = set.add(arrival).set();
        }
        return set;
    }

    private static Optional<String> current(RevisionSet set) {
        return set.current().map(Revision::revision);
    }

    private static Revision revision(String id, Body body, long secondsLater) {
        var deleted = body == Body.DELETED;
        return new Revision(
                "article",
                id,
                "https://example.org/feed",
                "example.org",
                null,
                "https://example.org/1",
                deleted ? "" : "Title",
                "",
                deleted ? "" : "text of " + id,
                false,
                "en",
                null,
                null,
                null,
                "none",
                null,
                FIRST_SEEN.plus(Duration.ofSeconds(secondsLater)),
                FIRST_SEEN,
                body,
                Origin.LIVE);
    }

    private static <T> Set<List<T>> permutations(List<T> of) {
        if (of.isEmpty()) {
            return Set.of(List.of());
        }
        var out = new HashSet<List<T>>();
        for (var i = 0; i < of.size(); i++) {
            var rest = new ArrayList<>(of);
            var first = rest.remove(i);
            for (var tail : permutations(rest)) {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(tail);
                out.add(order);
            }
        }
        return out;
    }
}
