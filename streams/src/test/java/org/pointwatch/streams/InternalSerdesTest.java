// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.ledger.Counts;
import org.pointwatch.domain.ledger.Delta;
import org.pointwatch.domain.ledger.SentimentSums;
import org.pointwatch.domain.story.StoryEvent.Shared;
import org.pointwatch.domain.story.StoryEvent.Shares;
import org.pointwatch.domain.story.StoryState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InternalSerdesTest {
    private static final Instant TIME = Instant.parse("2025-11-22T12:00:00.123456789Z");
    private static final Document ONE = new Document("a", "r1", TIME, TIME.plusSeconds(1), "o.example", 70, -5, 64);
    private static final Document TWO = new Document("b", "r2", Instant.EPOCH, TIME, "ö.example", 12, -1, 12);

    @Test
    void whatWasWrittenIsRead() {
        same(InternalSerdes.shares(), new Shares(ONE, List.of(new Shared(TWO, 7))));
        same(
                InternalSerdes.storyState(),
                new StoryState(
                        "a",
                        TIME,
                        "o.example",
                        true,
                        3,
                        false,
                        "b",
                        true,
                        List.of(new StoryState.Pair(ONE, TWO, 9)),
                        List.of(new StoryState.Neighbour("b", TIME, "ö.example", 0.875, true, -1))));
        same(InternalSerdes.storyState(), StoryState.unknown("a"));
        var counts = new Counts(
                1, 2, 3, 4, SentimentSums.of(-500), SentimentSums.of(20).negated());
        same(InternalSerdes.delta(), new Delta("point:x", TIME, counts, new TreeMap<>(Map.of("o.example", -2L))));
    }

    @Test
    void aProbeKeepsItsHashes() {
        var probe = new Shards.Probe("shard-3", ONE, new long[] {Long.MIN_VALUE, -1, 0, 42});
        var read = through(InternalSerdes.probe(), probe);
        assertThat(read.hashes()).containsExactly(Long.MIN_VALUE, -1, 0, 42);
        assertThat(read.document()).isEqualTo(ONE);
    }

    @Test
    void anotherVersionIsNeverGuessedAt() {
        assertThatThrownBy(() -> InternalSerdes.delta().deserializer().deserialize("t", new byte[] {9, 0}))
                .hasMessageContaining("version 9");
    }

    private static <V> void same(Serde<V> serde, V value) {
        assertThat(through(serde, value)).isEqualTo(value);
    }

    private static <V> V through(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }
}
