// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.wire.record.Coverage;
import org.pointwatch.wire.record.Deadline;
import org.pointwatch.wire.record.Stance;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator of {@link SimulationCampaignIT}: a first few hundred crash points, and that it would see what is wrong. */
final class SimulationTest {
    private static final int FIRST_SEED = 1;
    private static final int CRASHES = 150;
    private static final int SEEDS_UNTIL_SEEN = 6;

    @Test
    void noCrashChangesAnyNumber() {
        var campaign = new SimulationCampaign(SimulationSabotage.NONE, CRASHES);
        for (var seed = FIRST_SEED; seed < FIRST_SEED + 3; seed++) {
            campaign.simulate(seed);
        }

        assertThat(campaign.failures()).isEmpty();
        assertThat(campaign.crashes()).isGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void whatIsBrokenOnPurposeIsSeen(SimulationSabotage sabotage) {
        var campaign = new SimulationCampaign(sabotage, CRASHES);
        for (var seed = FIRST_SEED; campaign.failures().isEmpty() && seed < FIRST_SEED + SEEDS_UNTIL_SEEN; seed++) {
            campaign.simulate(seed);
        }

        assertThat(campaign.failures()).isNotEmpty();
    }

    @Test
    void aSeedIsAlwaysTheSame() {
        var campaign = new SimulationCampaign(SimulationSabotage.NONE, CRASHES);
        var once = campaign.simulate(FIRST_SEED).run();
        var again = campaign.simulate(FIRST_SEED).run();

        assertThat(again.faults().steps()).isEqualTo(once.faults().steps());
        assertThat(again.faults().struck()).isEqualTo(once.faults().struck());
        assertThat(again.broker().written()).isEqualTo(once.broker().written());
        assertThat(SimulationChecks.between(once, again)).isEmpty();
    }

    @Test
    void everyStepOfTheTopologyTakesPart() {
        var left = new TreeSet<String>();
        for (var part : SimulationInstance.Program.of(1, () -> 0).blueprint().parts()) {
            part.steps().forEach(step -> left.add(step.name()));
        }

        var campaign = new SimulationCampaign(SimulationSabotage.NONE, CRASHES);
        for (var seed = FIRST_SEED; !left.isEmpty() && seed < FIRST_SEED + 12; seed++) {
            if (SimulationWorld.of(seed).dossier() != null) {
                left.removeAll(campaign.simulate(seed).run().broker().visited());
            }
        }
        // An instance that is asked before it has read the new dossier is rare.
        assertThat(left)
                .isSubsetOf(
                        "where-put-off",
                        "as-said-put-off",
                        "request",
                        "write-retag",
                        "by-alert-target-repartition-filter");
    }

    @Test
    void everythingIsInTheWorlds() {
        var checks = Stream.iterate(1L, seed -> seed + 1)
                .limit(12)
                .map(seed -> new SimulationChecks(SimulationWorld.of(seed)))
                .toList();

        var relations = checks.stream()
                .flatMap(c -> c.stories().values().stream())
                .collect(Collectors.groupingBy(s -> s.relation(), Collectors.counting()));
        assertThat(relations).containsOnlyKeys(List.of(Relation.values()));
        assertThat(relations.values()).allSatisfy(n -> assertThat(n).isGreaterThan(10));
        var statuses = checks.stream()
                .flatMap(c -> c.deadlines().values().stream())
                .flatMap(d -> d.history().stream())
                .map(Deadline.Change::status)
                .distinct();
        assertThat(statuses).containsExactlyInAnyOrder("set", "repeated", "moved", "softened", "denied", "passed");
        var stances =
                checks.stream().flatMap(c -> c.stances().values().stream()).toList();
        assertThat(stances.stream().map(Stance::stance).distinct())
                .containsExactlyInAnyOrder("support", "oppose", "conditional", "unknown");
        assertThat(stances).anySatisfy(s -> assertThat(s.history()).hasSizeGreaterThan(2));
        assertThat(checks.stream().flatMap(c -> c.findings().values().stream()))
                .anySatisfy(f -> assertThat(f.points()).hasSizeGreaterThan(1));
    }

    @Test
    void sentimentsOfBothVoicesAreInTheWorlds() {
        var coverage = Stream.iterate(1L, seed -> seed + 1)
                .limit(12)
                .flatMap(seed -> new SimulationChecks(SimulationWorld.of(seed)).coverage().values().stream())
                .map(Coverage::sentiment)
                .toList();
        for (Function<Coverage.Sentiment, SentimentSums> voice : List.<Function<Coverage.Sentiment, SentimentSums>>of(
                Coverage.Sentiment::own, Coverage.Sentiment::quoted)) {
            var sums = coverage.stream().map(voice).reduce(SentimentSums.ZERO, SentimentSums::plus);
            assertThat(List.of(sums.negative(), sums.neutral(), sums.positive()))
                    .allSatisfy(n -> assertThat(n).isGreaterThan(10));
            assertThat(sums.sumOfSquares()).isGreaterThan(10_000_000);
        }
    }
}
