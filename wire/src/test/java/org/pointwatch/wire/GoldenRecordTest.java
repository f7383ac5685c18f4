// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was written once stays readable, and reads back to the same bytes. */
final class GoldenRecordTest {
    static Stream<Topic<?>> topics() {
        return Golden.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void readsAndWritesTheBytesOfAnOlderBuild(Topic<?> topic) {
        assertThat(Golden.records(topic)).as("a full record and a minimal one").hasSizeGreaterThanOrEqualTo(2);
        Golden.records(topic).forEach(record -> roundTrip(topic, record));
    }

    private static <V> void roundTrip(Topic<V> topic, String record) {
        var serde = JsonSerde.of(topic);
        var value = serde.decode(record.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(serde.encode(value), StandardCharsets.UTF_8)).isEqualTo(record);
        assertThat(serde.deserializer().deserialize("any", serde.serializer().serialize("any", value)))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void ignoresFieldsOfALaterBuild(Topic<?> topic) {
        var serde = JsonSerde.of(topic);
        for (var record : Golden.records(topic)) {
            var later = record.replaceFirst("\\{\"v\":1", "{\"later\":{\"deep\":[1,{}]},\"v\":1,\"Vv\":null");
            assertThat((Object) serde.decode(later.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(serde.decode(record.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void keepsDeadLettersThatNoTopicCouldRead() {
        for (var letter : Golden.records(Topics.DEAD_LETTERS)) {
            Golden.topics().forEach(topic -> assertThatThrownBy(
                            () -> JsonSerde.of(topic).decode(letter.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(WireException.class));
        }
    }
}
