// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedTest {
    @Test
    void case102_whatIsTooLargeToBeWrittenBecomesADeadLetterAndTheNextIsWritten(@TempDir Path directory) {
        var meters = new SimpleMeterRegistry();
        var properties = StreamsApp.properties(Stage.KAFKA, StreamsSettings.of(directory, "bounded", "any", 1), meters);
        var builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()).withName("read-in"))
                .to(
                        "out",
                        Produced.with(Serdes.String(), new Bounded<>(Serdes.String(), 10))
                                .withName("write-out"));
        try (var driver = new TopologyTestDriver(builder.build(), properties)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            in.pipeInput("a", "eleven signs");
            in.pipeInput("b", "ten signs.");

            var out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
            assertThat(out.readKeyValuesToMap()).containsOnlyKeys("b");
            var letter = driver.createOutputTopic(
                            Stage.KAFKA.topic(Topics.DEAD_LETTERS),
                            new StringDeserializer(),
                            new ByteArrayDeserializer())
                    .readRecord();
            assertThat(letter.key()).isEqualTo("a");
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("eleven signs");
            assertThat(letter.headers().lastHeader("reason").value())
                    .asString(StandardCharsets.UTF_8)
                    .contains("cannot be written to out", "takes 12 bytes, at most 10");
        }
        assertThat(meters.counter("pointwatch_dead_letters_total", "stage", "write")
                        .count())
                .isEqualTo(1);
    }
}
