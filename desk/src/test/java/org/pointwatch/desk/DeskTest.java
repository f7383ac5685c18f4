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
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.override.OverrideLog;
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
        try (var desk = desk(DeskSettings.onLoopback(0), kafka)) {
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

    @Test
    void case105_whatATransactionDidNotCommitIsNotShown() throws Exception {
        var kafka = BROKER.fresh();
        var key = "point:army-cap@" + NOON;
        var serde = JsonSerde.of(Topics.COVERAGE);
        try (var publish = Publish.to(kafka)) {
            publish.send(Topics.DOSSIERS, "plan", dossier());
            publish.send(Topics.COVERAGE, key, coverage("point:army-cap", NOON, 1, 0, 0));
        }
        try (var producer = kafka.producer(Map.of("transactional.id", kafka.id("given-up")))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    kafka.topic(Topics.COVERAGE), key, serde.encode(coverage("point:army-cap", NOON, 99, 99, 0))));
            producer.flush();
            producer.abortTransaction();
        }
        try (var desk = desk(DeskSettings.onLoopback(0), kafka)) {
            desk.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> get(desk, "health/ready").path("ready").asBoolean());
            assertThat(row(desk).path("articles").asInt()).isEqualTo(1);
            try (var publish = Publish.to(kafka)) {
                publish.send(Topics.COVERAGE, key, coverage("point:army-cap", NOON, 1, 4, 0));
            }
            Awaitility.await().until(() -> row(desk).path("copies").asInt() == 4);
        }
    }

    private static Desk desk(DeskSettings settings, KafkaAccess kafka) {
        return new Desk(settings, kafka, new SimpleMeterRegistry(), InstantSource.system(), () -> Silent.MODELS);
    }

    @Test
    void writesDecisionsToTheirTopic() throws Exception {
        var token = "write-write-write-w";
        var article = "0123456789abcdef0123";
        try (var desk = desk(DeskSettings.onLoopback(0).withWriteToken(token), BROKER.kafka())) {
            desk.start();
            var split =
                    "{\"kind\":\"split\",\"article\":\"" + article + "\",\"by\":\"analyst\",\"why\":\"not the same\"}";
            var request = HttpRequest.newBuilder(URI.create(desk.address() + "api/v1/overrides"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(split));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(get(desk, "api/v1/overrides").at("/rows/0/subject").asString())
                    .isEqualTo(article);
            assertThat(OverrideLog.read(BROKER.kafka()).stories().inForce())
                    .extracting(o -> o.by() + ": " + o.why())
                    .containsExactly("analyst: not the same");
        }
    }
}
