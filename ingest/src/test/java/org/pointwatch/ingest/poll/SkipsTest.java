// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Polling.Wishes;

import static org.assertj.core.api.Assertions.assertThat;

final class SkipsTest {
    private static final Instant AT = Instant.parse("2025-11-22T12:34:56Z");

    @Test
    void keepsTheMinuteSoThatFeedsDoNotComeTogether() {
        assertThat(Skips.after(AT, new Wishes(0, 0, List.of(12), List.of()))).isEqualTo("2025-11-22T13:34:56Z");
        assertThat(Skips.after(AT, new Wishes(0, 0, List.of(11), List.of()))).isEqualTo(AT);
    }

    @Test
    void doesNotBelieveAFeedThatWantsNobodyEver() {
        var hours = IntStream.range(0, 24).boxed().toList();
        assertThat(Skips.after(AT, new Wishes(0, 0, hours, List.of()))).isEqualTo(AT);
        assertThat(Skips.after(AT, new Wishes(0, 0, List.of(), List.of(1, 2, 3, 4, 5, 6, 7))))
                .isEqualTo(AT);
    }
}
