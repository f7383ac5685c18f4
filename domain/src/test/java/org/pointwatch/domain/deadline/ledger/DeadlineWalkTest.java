// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.story.Relation;

import static org.assertj.core.api.Assertions.assertThat;

final class DeadlineWalkTest {
    private static final Binding KYIV = new Binding("plan", "ukraine", null);
    private static final Instant BEFORE_ALL = Instant.parse("2025-11-01T00:00:00Z");
    private static final Instant LONG_AFTER = Instant.parse("2026-02-01T00:00:00Z");

    private final List<Statement> said = new ArrayList<>();

    @Test
    void oneDayIsOneDeadlineHoweverItIsWorded() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        says("2025-11-22T08:00:00Z", Status.SET, "2025-11-27");
        says("2025-11-23T09:30:00Z", Status.REPEATED, "2025-11-27");

        var only = only(BEFORE_ALL);
        assertThat(only.id()).isEqualTo(KYIV.id(only.days().get(0)));
        assertThat(only.stories()).isEqualTo(3);
        assertThat(only.firstSeen()).isEqualTo("2025-11-21T10:00:00Z");
        assertThat(only.lastSeen()).isEqualTo("2025-11-23T09:30:00Z");
        assertThat(history(only)).containsExactly("set 2025-11-27", "repeated 2025-11-27");
        assertThat(only.evidence()).isEqualTo("sentence 1");
    }

    @Test
    void aMovedDeadlineKeepsItsId() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        var before = only(BEFORE_ALL);
        says("2025-11-24T10:00:00Z", Status.MOVED, "2025-12-01");
        says("2025-11-24T12:00:00Z", Status.MOVED, "2025-12-01");
        says("2025-11-24T13:00:00Z", Status.SET, "2025-11-27");

        var after = only(BEFORE_ALL);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.due()).isEqualTo("2025-12-01");
        assertThat(after.stories()).isEqualTo(4);
        assertThat(after.evidence()).isEqualTo("sentence 2");
        assertThat(history(after)).containsExactly("set 2025-11-27", "moved 2025-12-01");
    }

    @Test
    void aDenialClosesAndOnlyWhoStandsByItOpensAgain() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        says("2025-11-22T10:00:00Z", Status.DENIED, null);
        says("2025-11-22T11:00:00Z", Status.SET, "2025-11-27");
        assertThat(only(BEFORE_ALL).status()).isEqualTo(Status.DENIED);
        assertThat(only(LONG_AFTER).status()).isEqualTo(Status.DENIED);

        says("2025-11-22T12:00:00Z", Status.REPEATED, "2025-11-27");
        assertThat(only(BEFORE_ALL).status()).isEqualTo(Status.REPEATED);
    }

    @Test
    void nobodyMakesADeadlineByDenyingIt() {
        says("2025-11-22T10:00:00Z", Status.DENIED, null);
        says("2025-11-22T10:00:00Z", Status.SOFTENED, "2025-11-27");
        says("2025-11-22T10:00:00Z", Status.PASSED, "2025-11-20");

        var outcome = walk(List.of(), BEFORE_ALL);
        assertThat(outcome.deadlines()).isEmpty();
        assertThat(outcome.ignored()).isEqualTo(Map.of(DeadlineWalk.Ignored.UNMATCHED, 3));
    }

    @Test
    void timeAlonePassesIt() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        assertThat(only(Instant.parse("2025-11-27T23:59:59Z")).status()).isEqualTo(Status.SET);

        var passed = only(Instant.parse("2025-11-28T00:00:00Z"));
        assertThat(passed.status()).isEqualTo(Status.PASSED);
        assertThat(passed.history().get(1).at()).isEqualTo("2025-11-28T00:00:00Z");
        assertThat(passed.history().get(1).article()).isNull();
        assertThat(only(LONG_AFTER)).isEqualTo(passed);
    }

    @Test
    void anHourEndsInItsOwnZone() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27T18:00-05:00");

        assertThat(only(LONG_AFTER).history().get(1).at()).isEqualTo("2025-11-27T23:00:00Z");
    }

    @Test
    void aDayThatIsOverOpensNothing() {
        says("2025-11-28T10:00:00Z", Status.SET, "2025-11-27");

        assertThat(walk(List.of(), BEFORE_ALL).deadlines()).isEmpty();
    }

    @Test
    void whatPassedThisNightCanStillBeMoved() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        says("2025-11-28T03:00:00Z", Status.MOVED, "2025-12-01");

        var only = only(Instant.parse("2025-11-28T04:00:00Z"));
        assertThat(history(only)).containsExactly("set 2025-11-27", "passed 2025-11-27", "moved 2025-12-01");
    }

    @Test
    void anotherReadingJoins() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        said.add(statement("2025-11-21T11:00:00Z", Status.SET, "2025-11-28", List.of("2025-11-27"), Relation.ORIGINAL));
        assertThat(only(BEFORE_ALL).stories()).isEqualTo(2);

        says("2025-11-21T12:00:00Z", Status.SET, "2025-11-28");
        assertThat(walk(List.of(), BEFORE_ALL).deadlines()).hasSize(2);
    }

    @Test
    void anEarlierDayMergesTheOldId() {
        says("2025-11-24T10:00:00Z", Status.MOVED, "2025-12-01");
        var before = only(BEFORE_ALL);
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");

        var outcome = walk(List.of(before), BEFORE_ALL);
        var now = outcome.deadlines().get(0);
        assertThat(now.id()).isNotEqualTo(before.id());
        assertThat(history(now)).containsExactly("set 2025-11-27", "moved 2025-12-01");
        assertThat(outcome.deadlines().get(1)).isEqualTo(before.mergedInto(now.id()));

        said.clear();
        assertThat(walk(outcome.deadlines(), BEFORE_ALL).gone()).containsExactlyInAnyOrder(now.id(), before.id());
    }

    @Test
    void copiesCountNoStoryAndProveOnlyUntilAnOriginalDoes() {
        said.add(statement("2025-11-21T10:00:00Z", Status.SET, "2025-11-27", List.of(), Relation.COPY));
        assertThat(only(BEFORE_ALL).stories()).isZero();
        assertThat(only(BEFORE_ALL).evidence()).isEqualTo("sentence 1");

        said.add(statement("2025-11-21T11:00:00Z", Status.SET, "2025-11-27", List.of(), Relation.REWRITE));
        said.add(statement("2025-11-21T12:00:00Z", Status.SET, "2025-11-27", List.of(), Relation.ORIGINAL));
        assertThat(only(BEFORE_ALL).stories()).isEqualTo(2);
        assertThat(only(BEFORE_ALL).evidence()).isEqualTo("sentence 2");
    }

    @Test
    void whatWasSettledGoesOnAsIfItsStatementsWereThere() {
        says("2025-11-21T10:00:00Z", Status.SET, "2025-11-27");
        says("2025-11-22T10:00:00Z", Status.SOFTENED, null);
        says("2025-11-23T10:00:00Z", Status.MOVED, "2025-12-24");
        says("2025-12-02T10:00:00Z", Status.REPEATED, "2025-12-24");
        var whole = walk(List.of(), LONG_AFTER).deadlines();
        for (var kept = 0; kept <= said.size(); kept++) {
            var settled = DeadlineWalk.settle(KYIV, List.of(), said.subList(0, kept));
            var rest = said.subList(kept, said.size());

            assertThat(DeadlineWalk.walk(KYIV, settled, rest, List.of(), LONG_AFTER)
                            .deadlines())
                    .isEqualTo(whole);
        }
    }

    @Test
    void hostileDaysAndFloodsAreBounded() {
        for (var due : List.of("", "soon", "2025-02-31", "+999999999-12-31", "9999-12-31T24:00", "-0001-01-01")) {
            says("2025-11-21T10:00:00Z", Status.SET, due);
        }
        assertThat(walk(List.of(), BEFORE_ALL).ignored()).isEqualTo(Map.of(DeadlineWalk.Ignored.UNDATED, 6));

        IntStream.range(0, 600).forEach(i -> says("2025-11-21T11:00:00Z", Status.SET, "3%03d-01-01".formatted(i)));
        IntStream.range(0, 400).forEach(i -> says("2025-11-21T12:00:00Z", Status.MOVED, "4%03d-01-01".formatted(i)));
        var outcome = walk(List.of(), BEFORE_ALL);
        assertThat(outcome.deadlines()).hasSize(DeadlineWalk.MOST_DEADLINES).allSatisfy(d -> assertThat(d.history())
                .hasSizeLessThanOrEqualTo(Draft.MOST_CHANGES + 1));
        assertThat(outcome.ignored().get(DeadlineWalk.Ignored.CROWDED)).isEqualTo(100 + 400 - 99);
    }

    private void says(String at, Status status, @Nullable String due) {
        said.add(statement(at, status, due, List.of(), Relation.ORIGINAL));
    }

    private Statement statement(
            String at, Status status, @Nullable String due, List<String> alternatives, Relation relation) {
        var number = said.size() + 1;
        var precision = due != null && due.contains("T") ? "hour" : "day";
        var mention = new DeadlineMention(
                "then", 0, 4, 0, due, alternatives, precision, status.label(), "us", "ukraine", List.of());
        var article = "article %05d".formatted(number);
        return Statement.of(Instant.parse(at), article, true, mention, "sentence " + number)
                .in(relation);
    }

    private LedgerDeadline only(Instant now) {
        var deadlines = walk(List.of(), now).deadlines();
        assertThat(deadlines).hasSize(1);
        return deadlines.get(0);
    }

    private DeadlineWalk.Outcome walk(List<LedgerDeadline> known, Instant now) {
        return DeadlineWalk.walk(
                KYIV, List.of(), said.stream().sorted(Statement.ORDER).toList(), known, now);
    }

    private static List<String> history(LedgerDeadline d) {
        return d.history().stream().map(c -> c.status().label() + " " + c.due()).toList();
    }
}
