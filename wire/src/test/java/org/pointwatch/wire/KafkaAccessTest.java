// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What our topics are called. */
final class KafkaAccessTest {
    @Test
    void everythingOfAnInstallationBeginsWithItsPrefix() {
        var kafka = new KafkaAccess("nowhere:1", "p-", Map.of());
        assertThat(Topics.EVERY).allSatisfy(t -> assertThat(kafka.topic(t)).isEqualTo("p-" + t.name()));
        assertThat(kafka.id("process")).isEqualTo("p-process");
    }

    @Test
    void aShadowSharesArticlesAndOverridesAndNothingElse() {
        var kafka = new KafkaAccess("nowhere:1", "p-", Map.of());
        var shadow = kafka.shadow("p-next-");
        assertThat(Topics.EVERY)
                .filteredOn(t -> shadow.topic(t).equals(kafka.topic(t)))
                .containsExactly(Topics.ARTICLES, Topics.OVERRIDES);
        assertThat(shadow.topic(Topics.COVERAGE)).isEqualTo("p-next-coverage");
        assertThat(shadow.id("process")).isEqualTo("p-next-process");
        assertThat(shadow.shadow("q-").topic(Topics.ARTICLES)).isEqualTo("p-articles");
    }
}
