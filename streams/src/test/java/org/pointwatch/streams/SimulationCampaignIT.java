// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand crash points, each time others: whatever strikes, stories, findings, coverage and rolling windows end as a
 * recount of the articles says, and as they do on one instance that nothing befalls.
 *
 * <p>{@code -Dsimulation.crashes=1000000} for the long run; {@code -Dsimulation.seed=N} for one seed again, in the smallest
 * world in which it still fails; {@code -Dsimulation.from=N} for the seeds from there on; {@code -Dsimulation.threads=N} for
 * several at a time, which changes none of them; {@code -Dsimulation.most=N} for so many crashes of a seed at most.
 */
@Tag("campaign")
@Timeout(value = 12, unit = TimeUnit.HOURS)
final class SimulationCampaignIT {
    @Test
    void noCrashChangesAnyNumber() throws InterruptedException {
        var campaign = new SimulationCampaign(
                SimulationSabotage.NONE, Integer.getInteger("simulation.most", SimulationCampaign.USUAL));
        var only = Long.getLong("simulation.seed");
        if (only != null) {
            again(campaign, only);
        } else {
            var from =
                    Long.getLong("simulation.from", ThreadLocalRandom.current().nextLong(1_000_000) * 1_000_000);
            campaign.simulate(
                    from, Long.getLong("simulation.crashes", 10_000), Integer.getInteger("simulation.threads", 2));
            System.out.println("from seed " + from + ": " + campaign.report());
        }
        assertThat(campaign.failures()).isEmpty();
    }

    private static void again(SimulationCampaign campaign, long seed) {
        if (campaign.simulate(seed).differences().isEmpty()) {
            System.out.println(campaign.report());
            return;
        }
        var small = campaign.shrink(seed);
        small.revisions().forEach(r -> System.out.println("article " + r));
        small.decisions().forEach(d -> System.out.println("decision " + d));
        campaign.simulate(seed, small).differences().forEach(System.out::println);
    }
}
