// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
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
        assertThat(again(LedgerSerdes.delta(), delta)).isEqualTo(delta);
    }

    @Test
    void keptCountsAndMarksAreReadAsWritten() {
        var sums = new SentimentSums(3, -700, 490_000, 2, 1, 0);
        var counts = new Counts(Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, sums, SentimentSums.ZERO);
        var kept = new KeptCounts(counts, 64, TIME.toEpochMilli(), true);
        var mark = new RollingMark(TIME, 0b11001, true);

        assertThat(again(LedgerSerdes.kept(), kept)).isEqualTo(kept);
        assertThat(again(LedgerSerdes.mark(), mark)).isEqualTo(mark);
    }

    @Test
    void bytesAreThoseOfTheReleasedVersions() {
        var counts = new Counts(300, 200, 99, 1, SentimentSums.of(-500), SentimentSums.ZERO);
        var delta = new Delta("all", TIME, counts, new TreeMap<>(Map.of("o.example", -2L)));
        var kept = new KeptCounts(counts, 64, 1_763_812_800_000L, false);

        assertThat(List.of(
                        hex(LedgerSerdes.delta(), delta),
                        hex(LedgerSerdes.kept(), kept),
                        hex(LedgerSerdes.mark(), new RollingMark(TIME, 0b11001, true))))
                .containsExactly(
                        "0204616c6c000000006921a5c0075bcd15d8049003c601020102e707a0c21e02000000010a6f2e6578616d706c6503",
                        "010080d8fbb6d5668001d8049003c601020102e707a0c21e02000000",
                        "01000000006921a5c0075bcd151901");
    }

    private static <V> V again(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }

    private static <V> String hex(Serde<V> serde, V value) {
        return HexFormat.of().formatHex(serde.serializer().serialize("t", value));
    }

    @Test
    void anotherVersionIsNeverGuessedAt() {
        assertThatThrownBy(() -> LedgerSerdes.delta().deserializer().deserialize("t", new byte[] {9, 0}))
                .hasMessageContaining("version 9");
    }
}
