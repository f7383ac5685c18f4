// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pointwatch.cli.campaign.Strike.Blow;
import org.pointwatch.cli.campaign.Strike.Target;

import static org.assertj.core.api.Assertions.assertThat;

final class StrikeTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFifthOfTheKillsAreTheBrokers(long seed) {
        var kills = Strike.plan(seed, 200).stream()
                .filter(s -> s.blow() == Blow.KILL)
                .toList();
        assertThat(kills).hasSize(200);
        assertThat(kills.stream().filter(s -> s.target() == Target.BROKER)).hasSize(40);
        assertThat(kills.stream().map(Strike::target).distinct()).containsExactlyInAnyOrder(Target.values());
    }

    @Test
    void oneSeedIsOneSchedule() {
        assertThat(Strike.plan(7, 30)).isEqualTo(Strike.plan(7, 30)).isNotEqualTo(Strike.plan(8, 30));
        assertThat(Strike.plan(7, 30)).hasSize(36).isSortedAccordingTo((a, b) -> Double.compare(a.part(), b.part()));
    }
}
