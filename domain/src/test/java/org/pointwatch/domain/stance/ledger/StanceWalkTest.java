// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.ledger.LedgerStance.Counts;
import org.pointwatch.domain.stance.ledger.LedgerStance.Row;
import org.pointwatch.domain.stance.ledger.LedgerStance.Shown;
import org.pointwatch.domain.story.Relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.domain.stance.Position.CONDITIONAL;
import static org.pointwatch.domain.stance.Position.OPPOSE;
import static org.pointwatch.domain.stance.Position.SUPPORT;
import static org.pointwatch.domain.stance.Position.UNKNOWN;

final class StanceWalkTest {
    private static final StanceKey KEY = new StanceKey("smith", "fund");
    private static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");

    private static StanceStatement says(int minute, String article, Position position) {
        var at = NOON.plusSeconds(60L * minute);
        return new StanceStatement(at, article, article + ".example", true, 0, position, "words of " + article, null);
    }

    private static LedgerStance walk(StanceStatement... statements) {
        var sorted = new ArrayList<>(List.of(statements));
        sorted.sort(StanceStatement.ORDER);
        return StanceWalk.walk(KEY, null, sorted).orElseThrow();
    }

    @Test
    void whatWasSaidLastDecidesAndTheRestIsHistory() {
        var stance = walk(says(3, "c", SUPPORT), says(1, "a", OPPOSE), says(2, "b", OPPOSE), says(4, "d", SUPPORT));

        assertThat(stance.position()).isEqualTo(SUPPORT);
        assertThat(stance.shown()).isEqualTo(new Shown(NOON.plusSeconds(240), "d", "d.example", "words of d", null));
        assertThat(stance.since()).isEqualTo(NOON.plusSeconds(180));
        assertThat(stance.history())
                .containsExactly(
                        new Row(OPPOSE, new Shown(NOON.plusSeconds(60), "a", "a.example", "words of a", null)));
        assertThat(stance.counts()).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(stance.articles()).isEqualTo(4);
    }

    @Test
    void aStatementWithoutAPositionTakesNoneAway() {
        var stance = walk(says(1, "a", CONDITIONAL), says(2, "b", UNKNOWN));

        assertThat(stance.position()).isEqualTo(CONDITIONAL);
        assertThat(stance.at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(stance.lastSeen()).isEqualTo(NOON.plusSeconds(120));
        assertThat(stance.counts().told()).isEqualTo(1);
        assertThat(stance.counts().unknown()).isEqualTo(1);
    }

    @Test
    void copiesAreSeenAndSayNothingNew() {
        var stance = walk(
                says(1, "a", SUPPORT),
                says(2, "b", OPPOSE).in(Relation.COPY),
                says(3, "c", OPPOSE).in(Relation.UPDATE),
                says(4, "d", SUPPORT).in(Relation.REWRITE));

        assertThat(stance.position()).isEqualTo(SUPPORT);
        assertThat(stance.history()).isEmpty();
        assertThat(stance.articles()).isEqualTo(4);
        assertThat(stance.counts()).isEqualTo(new Counts(2, 0, 0, 0));
    }

    @Test
    void onlyCopiesMakeAnUnknownStance() {
        var stance = walk(says(1, "a", SUPPORT).in(Relation.COPY));

        assertThat(stance.position()).isEqualTo(UNKNOWN);
        assertThat(stance.shown()).isNull();
        assertThat(stance.since()).isNull();
        assertThat(stance.at()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void nothingIsNoStance() {
        assertThat(StanceWalk.walk(KEY, null, List.of())).isEmpty();
    }

    @Test
    void anArticleCountsOnceForEachPosition() {
        var title = says(1, "a", SUPPORT);
        var text = new StanceStatement(title.at(), "a", "a.example", true, 50, SUPPORT, "again", "jones");
        var other = new StanceStatement(title.at(), "a", "a.example", true, 90, OPPOSE, "or not", null);
        var stance = walk(title, text, other);

        assertThat(stance.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(stance.articles()).isEqualTo(1);
        assertThat(stance.position()).isEqualTo(OPPOSE);
    }

    @Test
    void aHistoryIsBoundedAndSaysHowMuchIsGone() {
        var said = new ArrayList<StanceStatement>();
        for (int i = 0; i < 200; i++) {
            said.add(says(i, "%03d".formatted(i), i % 2 == 0 ? SUPPORT : OPPOSE));
        }
        var stance = walk(said.toArray(StanceStatement[]::new));

        assertThat(stance.history()).hasSize(StanceWalk.MOST_ROWS);
        assertThat(stance.collapsed()).isEqualTo(200 - 1 - StanceWalk.MOST_ROWS);
        assertThat(stance.history().get(StanceWalk.MOST_ROWS - 1).first().article())
                .isEqualTo("198");
    }

    @Test
    void theWalkGoesOnFromWhatWasSettled() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var said = new StanceStatement[random.nextInt(120)];
            for (int i = 0; i < said.length; i++) {
                var relation = Relation.values()[random.nextInt(Relation.values().length)];
                said[i] = says(i, "a" + i, Position.values()[random.nextInt(4)]).in(relation);
            }
            Arrays.sort(said, StanceStatement.ORDER);
            var parted = random.nextInt(said.length + 1);
            var all = List.of(said);
            var settled = StanceWalk.walk(KEY, null, all.subList(0, parted)).orElse(null);

            assertThat(StanceWalk.walk(KEY, settled, all.subList(parted, said.length)))
                    .isEqualTo(StanceWalk.walk(KEY, null, all));
        }
    }

    @Test
    void aKeyIsReadAsItIsWritten() {
        assertThat(StanceKey.parse(KEY.text())).isEqualTo(KEY);
    }
}
