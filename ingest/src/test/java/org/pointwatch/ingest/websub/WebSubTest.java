// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.FeedFixtureServer;
import org.pointwatch.ingest.MovableClock;
import org.pointwatch.ingest.http.FetchLimits;
import org.pointwatch.ingest.http.HubClient;
import org.pointwatch.wire.record.Push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A hub of our own on loopback, and case 81 of the catalogue: what a hub, or who claims to be one, must not be able to do. */
final class WebSubTest {
    private static final String FEED = "https://a.example/feed";
    private static final String TOPIC = "https://a.example/feed?for=hub";
    private static final int LARGEST = 1 << 20;

    private final FeedFixtureServer server = new FeedFixtureServer();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Kept kept = new Kept();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSub websub = start();

    private WebSub start() {
        var settings = new WebSubSettings(null, new InetSocketAddress("127.0.0.1", 0), LARGEST)
                .with("https://watch.example/hooks/", new InetSocketAddress("127.0.0.1", 0));
        server.handle("/hub", e -> {
            asked.add(form(new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            FeedFixtureServer.send(e, 202, new byte[0]);
        });
        return WebSub.start(
                settings, () -> new HubClient("test", Set.of(server.origin()), FetchLimits.DEFAULT), clock, registry);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    /** What Kafka would keep. */
    private static final class Kept implements PushOwner {
        private final Map<String, Push> pushes = new ConcurrentHashMap<>();

        @Override
        public Push push(String feed) {
            return pushes.get(feed);
        }

        @Override
        public boolean push(String feed, UnaryOperator<Push> change) {
            pushes.compute(feed, (f, push) -> change.apply(push));
            return true;
        }
    }

    @AfterEach
    void stop() {
        websub.close();
        server.close();
    }

    private Push subscribed() {
        websub.found(kept, FEED, new HubLinks(server.url("/hub"), TOPIC));
        await().atMost(Duration.ofSeconds(10)).until(() -> count("asked") == 1);
        return kept.push(FEED);
    }

    private Push verified() throws IOException, InterruptedException {
        var push = subscribed();
        assertThat(verify(push.path(), TOPIC, "864000").statusCode()).isEqualTo(200);
        return kept.push(FEED);
    }

    private URI at(String path, String query) {
        return URI.create("http://127.0.0.1:" + websub.port() + "/hooks/" + path + query);
    }

    private HttpResponse<String> verify(String path, String topic, String lease)
            throws IOException, InterruptedException {
        return verify("subscribe", path, topic, lease);
    }

    private HttpResponse<String> verify(String mode, String path, String topic, String lease)
            throws IOException, InterruptedException {
        var query = "?hub.mode=" + mode + "&hub.challenge=x-1%2By&hub.lease_seconds=" + lease + "&hub.topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8);
        return http.send(HttpRequest.newBuilder(at(path, query)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int push(String path, String body, String... signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path, "")).POST(HttpRequest.BodyPublishers.ofString(body));
        for (var header : signature) {
            request.header("X-Hub-Signature", header);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String signed(String kind, String secret, String body) {
        try {
            var mac = Mac.getInstance("Hmac" + kind);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "any"));
            return kind.toLowerCase(java.util.Locale.ROOT) + "="
                    + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private double count(String event) {
        return registry.counter("pointwatch.fetch.websub", "event", event).count();
    }

    @Test
    void subscribesAtTheHubConfirmsItAndRenewsAtFourFifths() throws IOException, InterruptedException {
        var push = subscribed();
        assertThat(asked.get(0))
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", TOPIC)
                .containsEntry("hub.callback", "https://watch.example/hooks/" + push.path())
                .containsEntry("hub.secret", push.secret());
        assertThat(push.secret()).hasSizeBetween(40, 199).isNotEqualTo(push.path());
        var answer = verify(push.path(), TOPIC, "864000");
        assertThat(answer.body()).isEqualTo("x-1+y");
        assertThat(kept.push(FEED).expires()).isEqualTo(clock.instant().plus(Duration.ofDays(10)));

        clock.move(Duration.ofDays(8).minusSeconds(1));
        websub.renew(clock.instant());
        clock.move(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            websub.renew(clock.instant());
            return asked.size() == 2;
        });
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(verify(push.path(), TOPIC, "864000").statusCode()).isEqualTo(200);
        assertThat(kept.push(FEED).expires()).isEqualTo(clock.instant().plus(Duration.ofDays(10)));
    }

    @Test
    void isNotAskedAgainBeforeItsTimeAndGoesOnAfterARestart() throws IOException, InterruptedException {
        var push = verified();
        websub.withdraw(kept);
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(410);
        websub.resume(kept, FEED);
        websub.found(kept, FEED, new HubLinks(server.url("/hub"), TOPIC));
        clock.move(Duration.ofDays(7));
        websub.renew(clock.instant());
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(202);
        assertThat(websub.hints().take()).containsExactly(FEED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void leavesTheHubOfAFeedThatIsFollowedNoMore() throws IOException, InterruptedException {
        var push = verified();
        assertThat(verify("unsubscribe", push.path(), TOPIC, "0").statusCode())
                .as("before we asked for it")
                .isEqualTo(404);
        websub.leave(FEED, push);
        await().atMost(Duration.ofSeconds(10)).until(() -> asked.size() == 2);
        assertThat(asked.get(1))
                .containsOnly(
                        Map.entry("hub.mode", "unsubscribe"),
                        Map.entry("hub.topic", TOPIC),
                        Map.entry("hub.callback", "https://watch.example/hooks/" + push.path()));
        assertThat(verify("unsubscribe", push.path(), "https://evil.example/", "0")
                        .statusCode())
                .isEqualTo(404);
        for (var again = 0; again < 2; again++) {
            var answer = verify("unsubscribe", push.path(), TOPIC, "0");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("x-1+y");
        }
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(410);
        assertThat(verify(push.path(), TOPIC, "864000").statusCode()).isEqualTo(404);
        clock.move(Callbacks.PATIENCE.plusSeconds(1));
        assertThat(verify("unsubscribe", push.path(), TOPIC, "0").statusCode())
                .as("long after we asked")
                .isEqualTo(404);
        assertThat(count("leaving")).isEqualTo(1);
        assertThat(count("left")).isEqualTo(2);
    }

    @Test
    void leavesTheHubThatAFeedNamesNoMoreAndThatOfAWithdrawnFeed() throws IOException, InterruptedException {
        var former = verified();
        websub.found(kept, FEED, new HubLinks(server.url("/hub"), "https://a.example/other"));
        await().atMost(Duration.ofSeconds(10)).until(() -> count("asked") == 2);
        assertThat(asked)
                .extracting(form -> form.get("hub.mode") + " " + form.get("hub.topic"))
                .containsExactly("subscribe " + TOPIC, "unsubscribe " + TOPIC, "subscribe https://a.example/other");
        assertThat(verify("unsubscribe", former.path(), TOPIC, "0").statusCode())
                .isEqualTo(200);
        websub.gone(kept, FEED);
        assertThat(kept.push(FEED)).isNull();
        clock.move(Duration.ofDays(30));
        websub.renew(clock.instant());
        websub.found(kept, FEED, new HubLinks(server.url("/hub"), TOPIC));
        await().atMost(Duration.ofSeconds(10)).until(() -> count("asked") == 3);
        assertThat(asked)
                .as("a subscription that no hub has confirmed needs no end")
                .hasSize(4);
    }

    @Test
    void aHubThatDoesNotTakeTheLeaveIsCounted() throws IOException, InterruptedException {
        var push = verified();
        server.handle("/hub", e -> FeedFixtureServer.send(e, 500, new byte[0]));
        websub.leave(FEED, push);
        await().atMost(Duration.ofSeconds(10)).until(() -> count("stays") == 1);
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(410);
    }

    @Test
    void aSignedMessageIsAHintWhateverItSays() throws IOException, InterruptedException {
        var push = verified();
        for (var kind : List.of("SHA1", "SHA256", "SHA512")) {
            assertThat(push(push.path(), "no feed, " + kind, signed(kind, push.secret(), "no feed, " + kind)))
                    .isEqualTo(202);
        }
        assertThat(websub.hints().take()).containsExactly(FEED);
        assertThat(websub.hints().take()).isEmpty();
        assertThat(count("hint")).isEqualTo(3);
    }

    @Test
    void aHubInsideIsNotDialledAndOneThatRefusesIsAskedADayLater() {
        websub.found(kept, "https://b.example/", new HubLinks("http://127.0.0.1:1/hub", TOPIC));
        websub.found(kept, "https://c.example/", new HubLinks("http://127.0.0.1/hub", TOPIC));
        websub.found(kept, "https://d.example/", new HubLinks(server.url("/missing"), TOPIC));
        await().atMost(Duration.ofSeconds(10)).until(() -> count("refused") == 3);
        assertThat(server.asked().toList()).hasSize(1);
        websub.renew(clock.instant().plus(Duration.ofHours(23)));
        clock.move(Duration.ofHours(25));
        websub.renew(clock.instant());
        await().atMost(Duration.ofSeconds(10)).until(() -> count("refused") == 6);
    }

    @Test
    void case81_badHmac() throws IOException, InterruptedException {
        var push = verified();
        var other = "x".repeat(43);
        assertThat(push(push.path(), "new", signed("SHA256", other, "new"))).isEqualTo(202);
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "old")))
                .isEqualTo(202);
        for (var odd : List.of("sha256=", "sha256=zz", "md5=00", "sha256", "=", "sha256=" + "0".repeat(500))) {
            assertThat(push(push.path(), "new", odd)).as(odd).isEqualTo(202);
        }
        assertThat(push(push.path(), "new")).isEqualTo(202);
        assertThat(websub.hints().take()).isEmpty();
        assertThat(count("bad-signature")).isEqualTo(8);
        assertThat(count("unsigned")).isEqualTo(1);
    }

    @Test
    void case81_replay() throws IOException, InterruptedException {
        var push = verified();
        for (var i = 0; i < 5; i++) {
            assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                    .isEqualTo(202);
        }
        assertThat(count("hint")).isEqualTo(1);
        assertThat(count("replayed")).isEqualTo(4);
    }

    @Test
    void case81_pushOfOneGigabyte() throws IOException, InterruptedException {
        var push = verified();
        var head = "POST /hooks/" + push.path() + " HTTP/1.1\r\nHost: watch.example\r\nX-Hub-Signature: sha256=00\r\n";
        try (var socket = new Socket("127.0.0.1", websub.port())) {
            socket.getOutputStream()
                    .write((head + "Content-Length: 1073741824\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
        try (var socket = new Socket("127.0.0.1", websub.port())) {
            var out = socket.getOutputStream();
            out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(taken(out)).as("of 1 GB").isLessThan(64 << 20);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> count("too-large") == 2);
        assertThat(websub.hints().take()).isEmpty();
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(202);
    }

    /** Bytes sent until the other side had enough. */
    private static long taken(OutputStream out) throws IOException {
        var chunk = ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var sent = 0L;
        try {
            for (; sent < 1L << 30; sent += 1 << 16) {
                out.write(chunk);
            }
        } catch (SocketException e) {
            return sent;
        }
        return sent;
    }

    @Test
    void case81_wrongTopic() throws IOException, InterruptedException {
        var push = subscribed();
        assertThat(verify(push.path(), "https://evil.example/", "864000").statusCode())
                .isEqualTo(404);
        assertThat(kept.push(FEED).verified()).isNull();
        assertThat(count("wrong-topic")).isEqualTo(1);
        websub.found(kept, FEED, new HubLinks(server.url("/hub"), "https://a.example/other"));
        await().atMost(Duration.ofSeconds(10)).until(() -> asked.size() == 2);
        assertThat(verify(push.path(), TOPIC, "864000").statusCode())
                .as("the path of the topic before")
                .isEqualTo(404);
    }

    @Test
    void case81_unverifiedHub() throws IOException, InterruptedException {
        var push = subscribed();
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(202);
        assertThat(push("guessed", "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(410);
        assertThat(verify("guessed", TOPIC, "864000").statusCode()).isEqualTo(404);
        clock.move(Callbacks.PATIENCE.plusSeconds(1));
        assertThat(verify(push.path(), TOPIC, "864000").statusCode())
                .as("long after we asked")
                .isEqualTo(404);
        clock.move(Callbacks.PATIENCE.negated());
        assertThat(verify(push.path(), TOPIC, "1").statusCode()).isEqualTo(200);
        assertThat(verify(push.path(), TOPIC, "864000").statusCode())
                .as("confirmed once")
                .isEqualTo(404);
        clock.move(Duration.ofMinutes(10));
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .as("its time is over")
                .isEqualTo(202);
        assertThat(websub.hints().take()).isEmpty();
        assertThat(count("unverified")).isEqualTo(2);
        assertThat(count("unknown")).isEqualTo(2);
        assertThat(count("not-asked")).isEqualTo(2);
    }

    @Test
    void case81_aHubThatDenies() throws IOException, InterruptedException {
        var push = verified();
        var query = "?hub.mode=denied&hub.reason=no&hub.topic=" + URLEncoder.encode(TOPIC, StandardCharsets.UTF_8);
        assertThat(http.send(
                                HttpRequest.newBuilder(at(push.path(), query)).build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(push(push.path(), "new", signed("SHA256", push.secret(), "new")))
                .isEqualTo(202);
        assertThat(websub.hints().take()).isEmpty();
        assertThat(count("denied")).isEqualTo(1);
    }
}
