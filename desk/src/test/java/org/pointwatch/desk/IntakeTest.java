// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.view.View;
import org.pointwatch.desk.view.Window;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;

final class IntakeTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final View view = new View(metrics);
    private final Intake intake = new Intake(view, KafkaAccess.of("nowhere:9"), metrics);

    private void take(Topic<?> topic, String key, byte[] value) {
        intake.take(new ConsumerRecord<>("pointwatch-" + topic.name(), 0, 0, key, value));
    }

    private double undecodable(Topic<?> topic) {
        return metrics.counter("pointwatch.desk.undecodable", "topic", "pointwatch-" + topic.name())
                .count();
    }

    @Test
    void readsRecordsAndTombstones() {
        var value = JsonSerde.of(Topics.COVERAGE).encode(coverage("point:p", NOON, 1, 2, 0));
        take(Topics.COVERAGE, "point:p@" + NOON, value);
        assertThat(view.table(Window.ALL).targets().get(0).articles()).isEqualTo(3);

        take(Topics.COVERAGE, "point:p@" + NOON, null);
        assertThat(view.table(Window.ALL).targets()).isEmpty();
    }

    @Test
    void countsAndSkipsWhatCannotBeDecoded() {
        var good = JsonSerde.of(Topics.COVERAGE).encode(coverage("point:p", NOON, 1, 0, 0));
        take(Topics.COVERAGE, "point:p@" + NOON, good);
        var version = view.version();

        take(Topics.COVERAGE, "point:p@" + NOON, "{\"v\":1}\n\nforged log line".getBytes(StandardCharsets.UTF_8));
        take(Topics.COVERAGE, "point:p@" + NOON, "{\"v\":99}".getBytes(StandardCharsets.UTF_8));
        take(Topics.COVERAGE, "no bucket", good);
        take(Topics.COVERAGE, null, good);
        take(Topics.FINDINGS, "a", new byte[] {0});
        take(Topics.DOSSIERS, "d", "{\"v\":1,\"id\":\"d\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(undecodable(Topics.COVERAGE)).isEqualTo(4);
        assertThat(undecodable(Topics.FINDINGS)).isEqualTo(1);
        assertThat(undecodable(Topics.DOSSIERS)).isEqualTo(1);
        assertThat(view.version()).isEqualTo(version);
    }
}
