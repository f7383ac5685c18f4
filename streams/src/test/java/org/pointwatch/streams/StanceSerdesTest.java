// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.domain.stance.ledger.StanceWalk;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.streams.WalkStances.Kept;

import static org.assertj.core.api.Assertions.assertThat;

class StanceSerdesTest {
    static final StanceKey KEY = new StanceKey("trump", "army-cap");
    private static final Instant TIME = Instant.parse("2025-11-22T12:00:00.123456789Z");
    static final StanceStatement STATEMENT = new StanceStatement(
            TIME,
            "0123456789abcdef0123",
            "a\ud800.example",
            true,
            300,
            Position.OPPOSE,
            "Half a \ud800 sign.",
            "vance");

    @Test
    void whatWasWrittenIsRead() {
        var stood = new Stood(KEY, "a", Instant.EPOCH, List.of(STATEMENT, STATEMENT.in(Relation.COPY)));
        assertThat(again(StanceSerdes.stood(), stood)).isEqualTo(stood);
        var gone = new Stood(KEY, "a", null, List.of());
        assertThat(again(StanceSerdes.stood(), gone)).isEqualTo(gone);
        assertThat(again(StanceSerdes.statements(), stood.statements())).isEqualTo(stood.statements());
    }

    @Test
    void keptStancesAreReadAsWritten() {
        var other = new StanceStatement(TIME.plusSeconds(9), "b", "b", true, 1, Position.CONDITIONAL, "if", null);
        var stance = StanceWalk.walk(KEY, null, List.of(STATEMENT, other)).orElseThrow();
        var unknown =
                StanceWalk.walk(KEY, null, List.of(STATEMENT.in(Relation.COPY))).orElseThrow();
        assertThat(stance.history()).hasSize(1);
        for (var kept : List.of(new Kept(stance, null), new Kept(null, unknown), new Kept(unknown, stance))) {
            assertThat(again(StanceSerdes.kept(), kept)).isEqualTo(kept);
        }
    }

    @Test
    void bytesAreThoseOfTheReleasedVersion() {
        var stood = new Stood(KEY, "ab12", null, List.of(STATEMENT));
        assertThat(HexFormat.of().formatHex(StanceSerdes.stood().serializer().serialize("t", stood)))
                .isEqualTo(
                        "01067472756d700961726d792d63617003ab120001000000006921a5c0075bcd150b0123456789abcdef0123020a"
                                + "0061d800002e006500780061006d0070006c006501ac0201020e00480061006c0066002000610020d8000020"
                                + "007300690067006e002e010676616e6365");
    }

    private static <V> V again(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }
}
