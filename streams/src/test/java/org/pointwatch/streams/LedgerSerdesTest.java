// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerSerdesTest {
    private static final Instant TIME = Instant.parse("2025-11-22T12:00:00.123456789Z");

    @Test
    void whatWasWrittenIsRead() {
        var counts = new Counts(
                1, 2, 3, 4, SentimentSums.of(-500), SentimentSums.of(20).negated());
        var delta = new Delta("point:x", TIME, counts, new TreeMap<>(Map.of("o.example", -2L)));
        var serde = LedgerSerdes.delta();
        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", delta)))
                .isEqualTo(delta);
    }

    @Test
    void anotherVersionIsNeverGuessedAt() {
        assertThatThrownBy(() -> LedgerSerdes.delta().deserializer().deserialize("t", new byte[] {9, 0}))
                .hasMessageContaining("version 9");
    }
}
