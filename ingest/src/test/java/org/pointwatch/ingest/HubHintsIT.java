// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.ingest.websub.WebSubSettings;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Push;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A feed that names a hub, the hub, and the fetch role between them. */
@Tag("broker")
@SuppressWarnings("try")
final class HubHintsIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(3);

    private final KafkaAccess kafka = BROKER.fresh();
    private final FeedFixtureServer server = new FeedFixtureServer();
    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private Fetcher fetcher() {
        var settings = FetchSettings.defaults()
                .change()
                .addressExceptions(Set.of(server.origin()))
                .intervals(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ZERO)
                .websub(WebSubSettings.OFF.with("https://watch.example", new InetSocketAddress("127.0.0.1", 0)))
                .done();
        return Fetcher.start(kafka, settings, clock, registry);
    }

    private void subscribe() {
        server.handle("/hub", e -> FeedFixtureServer.send(e, 202, new byte[0]));
        server.serveWithEtag(
                "/a",
                "\"1\"",
                "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Wire</title>"
                        + "<atom:link rel=\"hub\" href=\"" + server.url("/hub") + "\"/><atom:link rel=\"self\" href=\""
                        + server.url("/a") + "\"/><item><title>One</title><link>https://wire.example/1</link></item>"
                        + "</channel></rss>");
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(List.of(new Subscription(server.url("/a"), "A feed", "Outlet", "agencies", "en", null)));
        }
    }

    private FeedState state() {
        return Collect.from(kafka).last(Topics.FEEDS).get(server.url("/a"));
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
    }

    private double count(String event) {
        return registry.counter("pointwatch.fetch.websub", "event", event).count();
    }

    private int send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int confirm(Fetcher fetcher, Push push) {
        return confirm("subscribe", fetcher, push);
    }

    private int confirm(String mode, Fetcher fetcher, Push push) {
        var topic = URLEncoder.encode(push.topic(), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fetcher.websubPort() + "/" + push.path()
                        + "?hub.mode=" + mode + "&hub.challenge=c&hub.lease_seconds=864000&hub.topic=" + topic))
                .build());
    }

    private int tell(Fetcher fetcher, Push push, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(push.secret().getBytes(StandardCharsets.US_ASCII), "any"));
            var signature = HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
            return send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fetcher.websubPort() + "/" + push.path()))
                            .header("X-Hub-Signature", "sha256=" + signature)
                            .POST(HttpRequest.BodyPublishers.ofString(message))
                            .build());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHubsWordBringsAPollForwardAlsoAfterARestart() {
        subscribe();
        try (var fetcher = fetcher()) {
            until(() -> count("asked") == 1);
            assertThat(confirm(fetcher, state().push())).isEqualTo(200);
            clock.move(Duration.ofMinutes(1));
            assertThat(tell(fetcher, state().push(), "<rss>forged</rss>")).isEqualTo(202);
            until(() -> state().polls() == 2);
            assertThat(state().push().verified()).as("the poll keeps it").isNotNull();
        }
        try (var fetcher = fetcher()) {
            clock.move(Duration.ofMinutes(1));
            until(() -> tell(fetcher, state().push(), "more") == 202);
            until(() -> state().polls() == 3);
        }
        assertThat(server.asked("/hub")).hasSize(1);
        assertThat(server.asked("/a")).hasSize(3);
        assertThat(server.asked("/a").get(2).header()).containsEntry("if-none-match", "\"1\"");
        assertThat(Collect.from(kafka).values(Topics.ARTICLES))
                .as("a message is never content")
                .hasSize(1);
    }

    @Test
    void aHubThatTalksWithoutEndGainsAPollAMinute() {
        subscribe();
        try (var fetcher = fetcher()) {
            until(() -> count("asked") == 1);
            var push = state().push();
            assertThat(confirm(fetcher, push)).isEqualTo(200);
            for (var i = 0; i < 50; i++) {
                assertThat(tell(fetcher, push, "message " + i)).isEqualTo(202);
            }
            clock.move(Duration.ofSeconds(59));
            assertThat(tell(fetcher, push, "once more")).isEqualTo(202);
            assertThat(server.asked("/a")).hasSize(1);
            clock.move(Duration.ofSeconds(1));
            until(() -> state().polls() == 2);
        }
        assertThat(count("hint")).isEqualTo(51);
        assertThat(server.asked("/a")).hasSize(2);
    }

    @Test
    void aFeedThatIsRemovedLeavesItsHub() {
        subscribe();
        try (var fetcher = fetcher();
                var writer = new SubscriptionWriter(kafka)) {
            until(() -> count("asked") == 1);
            var push = state().push();
            assertThat(confirm(fetcher, push)).isEqualTo(200);
            assertThat(confirm("unsubscribe", fetcher, push)).isEqualTo(404);
            assertThat(writer.remove(server.url("/a"))).isTrue();
            until(() -> count("leaving") == 1 && state() == null);
            assertThat(confirm("unsubscribe", fetcher, push)).isEqualTo(200);
            assertThat(tell(fetcher, push, "more")).isEqualTo(410);
        }
        assertThat(server.asked("/hub")).hasSize(2);
        assertThat(server.asked("/a")).hasSize(1);
    }

    @Test
    void aFeedThatWasRemovedWhileNobodyFetchedLeavesItsHubToo() {
        subscribe();
        Push push;
        try (var fetcher = fetcher()) {
            until(() -> count("asked") == 1);
            push = state().push();
            assertThat(confirm(fetcher, push)).isEqualTo(200);
        }
        try (var writer = new SubscriptionWriter(kafka)) {
            assertThat(writer.remove(server.url("/a"))).isTrue();
        }
        try (var fetcher = fetcher()) {
            until(() -> count("leaving") == 1 && state() == null);
            assertThat(confirm("unsubscribe", fetcher, push)).isEqualTo(200);
        }
    }
}
