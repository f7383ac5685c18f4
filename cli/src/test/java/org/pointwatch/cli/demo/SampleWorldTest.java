// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.demo;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SampleWorldTest {
    private final SampleWorld world = SampleWorld.load();

    @Test
    void holdsWhatTheDemonstrationNeeds() {
        assertThat(world.outlets()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(world.outlets().stream().flatMap(o -> o.entries().stream())).hasSizeGreaterThanOrEqualTo(150);
        assertThat(world.outlets().stream().map(SampleOutlet::format).distinct())
                .hasSize(FeedFormat.values().length);
    }

    @Test
    void everythingHappensBeforeTheEnd() {
        for (var outlet : world.outlets()) {
            for (var entry : outlet.entries()) {
                assertThat(entry.published()).as(entry.id()).isBetween(world.start(), world.end());
                assertThat(entry.last().at()).as(entry.id()).isBefore(world.end());
            }
        }
    }

    @Test
    void everyOutletCanWriteItsTexts() {
        for (var outlet : world.outlets()) {
            var encoder = Charset.forName(outlet.encoding()).newEncoder();
            for (var entry : outlet.entries()) {
                for (var state : entry.states()) {
                    assertThat(encoder.canEncode(state.title() + String.join("", state.text())))
                            .as(entry.id())
                            .isTrue();
                }
            }
        }
    }
}
