// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.finding;

final class ViewTest {
    private static final String CAP = "point:army-cap";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);

    private static void put(View view, Coverage c) {
        view.coverage(Target.coverageKey(c.target(), c.bucket()), c);
    }

    private Row row(Range range) {
        return view.table(range, List.of(CAP)).targets().get(0);
    }

    private static Instant quarter(int n) {
        return NOON.plus(Target.BUCKET.multipliedBy(n));
    }

    @Test
    void sumsTheBucketsOfTheRangeAndNoOthers() {
        put(view, coverage(CAP, quarter(0), 1, 2, 3));
        put(view, coverage(CAP, quarter(1), 10, 20, 30));
        put(view, coverage(CAP, quarter(2), 100, 200, 300));

        var row = row(new Range(quarter(1).plusSeconds(100), quarter(1).plusSeconds(200)));

        assertThat(List.of(row.stories(), row.copies(), row.updates(), row.articles()))
                .containsExactly(10L, 20L, 30L, 60L);
        assertThat(row(Range.EVERYTHING).articles()).isEqualTo(666);
    }

    @Test
    void aCorrectionReplacesAndATombstoneRemoves() {
        put(view, coverage(CAP, quarter(0), 5, 1, 0));
        put(view, coverage(CAP, quarter(0), 3, 2, 0));
        assertThat(row(Range.EVERYTHING).articles()).isEqualTo(5);

        view.coverage(Target.coverageKey(CAP, quarter(0)), null);
        assertThat(row(Range.EVERYTHING).articles()).isZero();
    }

    @Test
    void outletsAreCountedDistinctOverTheRangeAndGoWithTheirLastArticle() {
        view.finding("a", finding("a", quarter(0), "one.example", "army-cap"));
        view.finding("b", finding("b", quarter(1), "one.example", "army-cap"));
        view.finding("c", finding("c", quarter(2), "two.example", "army-cap"));
        assertThat(row(Range.EVERYTHING).outlets()).isEqualTo(2);

        view.finding("c", null);
        assertThat(row(Range.EVERYTHING).outlets()).isEqualTo(1);

        view.finding("a", finding("a", quarter(0), "one.example", "deleted: no mention", List.of(), List.of()));
        view.finding("b", finding("b", quarter(1), "one.example", "another-point"));
        assertThat(row(Range.EVERYTHING).outlets()).isZero();
        assertThat(row(Range.EVERYTHING).last()).isNull();
    }

    @Test
    void theLastEvidenceIsTheNewestOfTheRangeByEventTimeThenId() {
        view.finding("b", finding("b", quarter(1), "two.example", "army-cap"));
        view.finding("a", finding("a", quarter(1), "one.example", "army-cap"));
        view.finding("c", finding("c", quarter(5), "three.example", "army-cap"));
        view.story("b", new Story("b", "a", Relation.COPY, "a", 0.9, 0, "a"));

        var last = row(new Range(null, quarter(2))).last();

        assertThat(last.article()).isEqualTo("b");
        assertThat(last.sentence()).isEqualTo("Sentence of b.");
        assertThat(last.relation()).isEqualTo(Relation.COPY);
        assertThat(row(new Range(quarter(2), quarter(5))).last()).isNull();
    }

    @Test
    void theResultDoesNotDependOnTheOrderAcrossKeys() {
        List<Consumer<View>> changes = new ArrayList<>();
        for (var i = 0; i < 40; i++) {
            var n = i;
            changes.add(v -> put(v, coverage(CAP, quarter(n), n, 1, 0)));
            changes.add(v ->
                    v.finding("a" + n, finding("a" + n, quarter(n * 30), "outlet" + n % 7 + ".example", "army-cap")));
            changes.add(v -> v.story("a" + n, new Story("a" + n, "s", Relation.UPDATE, null, null, 0, null)));
        }
        changes.add(v -> v.dossier("plan", Samples.dossier()));
        changes.forEach(change -> change.accept(view));

        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(changes, new Random(seed));
            var other = new View(metrics);
            changes.forEach(change -> change.accept(other));
            for (var window : Window.values()) {
                assertThat(other.table(window)).isEqualTo(view.table(window));
            }
        }
    }

    @Test
    void meanSentimentIsOfTheSumsAndHiddenWhereTheyAreFew() {
        put(view, coverage(CAP, quarter(0), 1, 0, 0));
        assertThat(row(Range.EVERYTHING).sentiment().own())
                .isEqualTo(new Row.Voice(0, null, null, null, 0, 0, 0, false));

        put(view, coverage(CAP, quarter(0), 2, 0, 0, SentimentSums.of(-450).plus(SentimentSums.of(-200))));
        put(view, coverage(CAP, quarter(1), 2, 0, 0, SentimentSums.of(-200).plus(SentimentSums.of(50))));
        assertThat(row(Range.EVERYTHING).sentiment().own())
                .isEqualTo(new Row.Voice(4, null, null, null, 3, 1, 0, false));

        put(view, coverage(CAP, quarter(2), 1, 0, 0, SentimentSums.of(-200)));
        assertThat(row(Range.EVERYTHING).sentiment().own())
                .isEqualTo(new Row.Voice(5, -0.2, -0.419, 0.019, 4, 1, 0, true));
    }

    @Test
    void listsEveryPointOfTheDossierWithTitleAndNumberThenActors() {
        view.dossier("plan", Samples.dossier());
        put(view, coverage("point:of-an-older-dossier", quarter(0), 1, 0, 0));
        put(view, coverage("plan:plan", quarter(0), 4, 0, 0));

        var table = view.table(Window.ALL);

        assertThat(table.heading()).isEqualTo(new Table.Heading("plan", "A plan", "us-28"));
        assertThat(table.targets())
                .extracting(Row::target)
                .containsExactly(CAP, "point:ceasefire", "actor:rubio", "point:of-an-older-dossier");
        assertThat(table.targets()).extracting(Row::number).containsExactly("6", "27, 28", null, null);
        assertThat(table.targets())
                .extracting(Row::title)
                .containsExactly("Army capped", "Ceasefire", "Marco Rubio", "of-an-older-dossier");
        assertThat(table.totals().get(0).articles()).isEqualTo(4);
    }

    @Test
    void anUnreadableDossierLeavesTheOneBeforeInForce() {
        view.dossier("plan", Samples.dossier());
        for (var yaml : List.of("[", "just words", "")) {
            assertThatThrownBy(() -> view.dossier("plan", new DossierRecord("plan", "2", "l", "h", yaml)))
                    .isInstanceOf(WireException.class)
                    .hasMessageContaining("plan");
        }
        assertThat(view.table(Window.ALL).heading().title()).isEqualTo("A plan");
    }

    @Test
    void windowsEndWithTheDataAndTheOldestIsForgotten() {
        put(view, coverage(CAP, NOON, 1, 0, 0));
        view.finding("a", finding("a", NOON, "one.example", "army-cap"));
        var later = NOON.plus(Duration.ofDays(3));
        put(view, coverage(CAP, later, 1, 0, 0));
        view.finding("b", finding("b", later, "two.example", "army-cap"));

        assertThat(view.asOf()).isEqualTo(later);
        assertThat(view.table(Window.DAY).targets().get(0).articles()).isEqualTo(1);
        assertThat(view.table(Window.WEEK).targets().get(0).outlets()).isEqualTo(2);

        view.finding("c", finding("c", NOON.plus(View.KEPT).plus(Duration.ofDays(1)), "x.example", "army-cap"));
        assertThat(row(Range.EVERYTHING).articles()).isEqualTo(1);
        assertThat(row(Range.EVERYTHING).outlets()).isEqualTo(2);
        assertThat(metrics.counter("pointwatch.desk.too.old").count()).isEqualTo(2);
    }

    @Test
    void aRangeBeforeAllThatIsHeldIsEmpty() {
        put(view, coverage(CAP, quarter(0), 1, 2, 3));
        view.finding("a", finding("a", NOON, "one.example", "army-cap"));
        var floor = NOON.minus(View.KEPT);

        var row = row(new Range(floor.minus(Duration.ofDays(40)), floor.minus(Duration.ofDays(10))));

        assertThat(List.of(row.articles(), row.outlets())).containsExactly(0L, 0L);
        assertThat(row.last()).isNull();
        assertThat(row(new Range(null, floor.minus(Duration.ofDays(10)))).articles())
                .isZero();
        assertThat(row(new Range(floor.minus(Duration.ofDays(40)), quarter(1))).articles())
                .isEqualTo(6);
    }

    @Test
    void aTargetIsKnownByTheDossierOrByItsCounts() {
        assertThat(view.knows("point:unheard")).as("before the first dossier").isTrue();

        view.dossier("plan", Samples.dossier());
        put(view, coverage("point:dropped", quarter(0), 1, 0, 0));

        assertThat(view.knows(CAP)).isTrue();
        assertThat(view.knows("point:dropped")).isTrue();
        assertThat(view.knows("point:unheard")).isFalse();
        assertThat(view.knows("actor:army-cap")).isFalse();
    }

    @Test
    void pairsAndFacetsAreCountedButNotHeldAndBadKeysAreRefused() {
        put(view, coverage("pair:army-cap|rubio", NOON, 1, 0, 0));
        put(view, coverage("point:army-cap/lang:uk", NOON, 1, 0, 0));
        assertThat(metrics.counter("pointwatch.desk.coverage.not.shown").count())
                .isEqualTo(2);
        assertThat(view.table(Window.ALL).targets()).isEmpty();
        for (var key : List.of("", "@", "point:x", "point:x@noon")) {
            assertThatThrownBy(() -> view.coverage(key, null)).isInstanceOf(WireException.class);
        }
    }
}
