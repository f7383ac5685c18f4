// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLetterTest {
    @Test
    void case102_noReasonMakesAHeaderThatABrokerRefuses() {
        var reason = "щ".repeat(100_000);
        var letter = DeadLetter.record("dead-letters", "k", new byte[9], "decode", reason, "articles/0@1");
        assertThat(letter.headers().lastHeader(DeadLetter.REASON).value()).hasSizeLessThan(10_000);
        assertThat(letter.value()).hasSize(9);
    }

    @Test
    void case102_aValueThatIsTooLargeIsTakenByItsNameAlone() {
        var letter = DeadLetter.record("dead-letters", "k", new byte[Topics.LARGEST], "decode", "why", "articles/0@1");
        assertThat(letter.value()).isNull();
        assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value()))
                .contains(Topics.LARGEST + " bytes")
                .endsWith("why");
    }
}
