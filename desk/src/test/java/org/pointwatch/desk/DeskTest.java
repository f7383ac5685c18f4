// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.Topics;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.coverage;
import static org.pointwatch.desk.view.Samples.dossier;
import static org.pointwatch.desk.view.Samples.finding;

@Tag("broker")
final class DeskTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    private JsonNode get(Desk desk, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(desk.address() + path)).build();
        return Json.MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private JsonNode row(Desk desk) throws Exception {
        return get(desk, "api/coverage?target=point:army-cap").path("targets").path(0);
    }

    @Test
    void readsTheTopicsFromTheirBeginningAndFollowsThem() throws Exception {
        var kafka = BROKER.kafka();
        try (var publish = Publish.to(kafka)) {
            publish.send(Topics.DOSSIERS, "plan", dossier());
            publish.send(Topics.FINDINGS, "a", finding("a", NOON, "one.example", "army-cap"));
            publish.bytes(Topics.FINDINGS, "poison", "not JSON".getBytes(StandardCharsets.UTF_8));
            publish.send(Topics.COVERAGE, "point:army-cap@" + NOON, coverage("point:army-cap", NOON, 1, 0, 0));
        }
        try (var desk =
                new Desk(DeskSettings.onLoopback(0), kafka, new SimpleMeterRegistry(), InstantSource.system())) {
            desk.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> get(desk, "health/ready").path("ready").asBoolean());
            assertThat(row(desk).path("articles").asInt()).isEqualTo(1);
            assertThat(row(desk).path("number").asString()).isEqualTo("6");
            assertThat(row(desk).path("outlets").asInt()).isEqualTo(1);

            try (var publish = Publish.to(kafka)) {
                publish.send(Topics.COVERAGE, "point:army-cap@" + NOON, coverage("point:army-cap", NOON, 1, 4, 0));
                publish.tombstone(Topics.FINDINGS, "a");
            }
            Awaitility.await()
                    .until(() -> row(desk).path("copies").asInt() == 4
                            && row(desk).path("outlets").asInt() == 0);
        }
    }
}
