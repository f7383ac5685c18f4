// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.deadline.ledger.Binding;
import org.pointwatch.domain.deadline.ledger.DeadlineWalk;
import org.pointwatch.domain.deadline.ledger.Precision;
import org.pointwatch.domain.deadline.ledger.Statement;
import org.pointwatch.domain.deadline.ledger.Status;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.streams.KeptDeadlines.Kept;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineSerdesTest {
    static final Binding BINDING = new Binding("plan", "ukraine", null);
    private static final Instant TIME = Instant.parse("2025-11-22T12:00:00.123456789Z");
    static final Statement STATEMENT = new Statement(
            TIME,
            "0123456789abcdef0123",
            true,
            false,
            300,
            "2025-11-27T18:00:00-05:00",
            List.of("2025-11-28"),
            Precision.HOUR,
            Status.SET,
            "us",
            List.of("army-cap"),
            "Half a \ud800 sign.");

    @Test
    void whatWasWrittenIsRead() {
        var stated = new Stated(BINDING, "a", Instant.EPOCH, List.of(STATEMENT, STATEMENT.in(Relation.COPY)));
        assertThat(again(DeadlineSerdes.stated(), stated)).isEqualTo(stated);
        var gone = new Stated(new Binding("plan", null, "army-cap"), "a", null, List.of());
        assertThat(again(DeadlineSerdes.stated(), gone)).isEqualTo(gone);
        assertThat(again(DeadlineSerdes.statements(), stated.statements())).isEqualTo(stated.statements());
        assertThat(again(DeadlineSerdes.binding(), BINDING)).isEqualTo(BINDING);
    }

    @Test
    void keptDeadlinesAreReadAsWritten() {
        var deadline = DeadlineWalk.walk(BINDING, List.of(), List.of(STATEMENT), List.of(), TIME.plusSeconds(1_000_000))
                .deadlines()
                .get(0);
        assertThat(deadline.history()).hasSize(2);
        for (var kept :
                List.of(new Kept(3, deadline, null), new Kept(0, null, deadline), new Kept(300, deadline, deadline))) {
            assertThat(again(DeadlineSerdes.kept(), kept)).isEqualTo(kept);
        }
    }

    @Test
    void bytesAreThoseOfTheReleasedVersion() {
        var stated = new Stated(BINDING, "ab12", null, List.of(STATEMENT));
        assertThat(HexFormat.of().formatHex(DeadlineSerdes.stated().serializer().serialize("t", stated)))
                .isEqualTo(
                        "0105706c616e08756b7261696e650003ab120001000000006921a5c0075bcd150b0123456789abcdef01230100ac021a"
                                + "323032352d31312d32375431383a30303a30302d30353a3030010b323032352d31312d3238000003757301"
                                + "0961726d792d636170020e00480061006c0066002000610020d8000020007300690067006e002e");
    }

    @Test
    void articlesOfABindingStandInTheOrderOfTheirTimes() {
        var times = List.of(
                "-0001-01-01T00:00:00Z", "1969-12-31T23:59:59.9Z", "1970-01-01T00:00:00Z", "2025-11-22T12:00:00Z");
        var keys = times.stream()
                .map(t -> StatementKey.of(BINDING.key(), Instant.parse(t), "a"))
                .toList();
        assertThat(keys).isSorted();
        assertThat(StatementKey.binding(keys.get(0))).isEqualTo(BINDING.key());
        assertThat(Binding.parse(BINDING.key())).isEqualTo(BINDING);
    }

    private static <V> V again(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }
}
