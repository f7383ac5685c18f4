// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What publishers score readers by, against an origin that records everything: one unconditional request a feed ever, the
 * validators of the last answer sent back as they came, no cookies, nothing asked before an answer allows it, although the
 * fetcher starts anew every 40 minutes of its clock.
 */
@Tag("broker")
@SuppressWarnings("try")
final class ReaderScoreIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(1);

    private static final Duration LEAST = Duration.ofMinutes(15);
    private static final int RESTARTS = 12;

    private final KafkaAccess kafka = BROKER.fresh();
    private final FeedFixtureServer server = new FeedFixtureServer();
    /** Its patience holds for all of its feeds, so it has a host of its own. */
    private final FeedFixtureServer strict = new FeedFixtureServer();

    private final MovableClock clock = new MovableClock("2025-11-22T12:00:00Z");
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopTheServers() {
        server.close();
        strict.close();
    }

    /** One feed as its server sees it: its present validators, and until when it wants to be left alone. */
    private final class Origin {
        private final String path;
        private final @Nullable String etag;
        private final boolean dated;
        private final @Nullable Duration wish;
        private volatile int refusals;
        private volatile Instant allowed = Instant.EPOCH;
        private volatile @Nullable String toldTag;
        private volatile @Nullable String toldDate;
        private volatile int requests;
        private volatile int unconditional;

        private Origin(String path, @Nullable String etag, boolean dated, @Nullable Duration wish, int refusals) {
            this.path = path;
            this.etag = etag;
            this.dated = dated;
            this.wish = wish;
            this.refusals = refusals;
        }

        /** Something new every five hours. */
        private long version() {
            return Duration.between(Instant.parse("2025-11-22T10:00:00Z"), clock.instant())
                            .toHours()
                    / 5;
        }

        private synchronized void answer(HttpExchange exchange) throws IOException {
            check(exchange);
            exchange.getResponseHeaders().set("Set-Cookie", "reader=1; Path=/");
            if (requests > 1 && refusals > 0) {
                refusals--;
                exchange.getResponseHeaders().set("Retry-After", "9000");
                allowed = clock.instant().plusSeconds(9_000);
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            allowed = clock.instant().plus(wish == null || wish.compareTo(LEAST) < 0 ? LEAST : wish);
            var tag = etag == null ? null : etag.replace("#", Long.toString(version()));
            var date = dated ? "Sat, 22 Nov 2025 1" + version() + ":59:60 +0000" : null;
            tell(exchange, tag, date);
        }

        private void tell(HttpExchange exchange, @Nullable String tag, @Nullable String date) throws IOException {
            var asked = exchange.getRequestHeaders();
            var same = tag != null
                    ? tag.equals(asked.getFirst("If-None-Match"))
                    : date != null && date.equals(asked.getFirst("If-Modified-Since"));
            if (tag != null) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            if (date != null) {
                exchange.getResponseHeaders().set("Last-Modified", date);
            }
            if (wish != null) {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=" + wish.toSeconds());
            }
            toldTag = tag;
            toldDate = date;
            if (same) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                FeedFixtureServer.send(exchange, 200, body().getBytes(StandardCharsets.UTF_8));
            }
        }

        private String body() {
            return "<rss version=\"2.0\"><channel><title>T</title><link>https://wire.example/</link><item><title>Entry "
                    + version() + " of " + path + "</title><link>https://wire.example" + path + "/" + version()
                    + "</link></item></channel></rss>";
        }

        private void check(HttpExchange exchange) {
            var now = clock.instant();
            var asked = exchange.getRequestHeaders();
            requests++;
            if (now.isBefore(allowed)) {
                complaints.add(path + " was asked at " + now + ", allowed from " + allowed);
            }
            for (var name : List.of("Cookie", "Referer", "Origin", "Authorization", "Pragma")) {
                if (asked.containsKey(name)) {
                    complaints.add(path + " was sent " + name);
                }
            }
            if (!String.valueOf(asked.getFirst("User-Agent")).contains("desk@example.org")) {
                complaints.add(path + " was not told whom to write to: " + asked.getFirst("User-Agent"));
            }
            if (!asked.containsKey("If-None-Match") && !asked.containsKey("If-Modified-Since")) {
                unconditional++;
            } else if (!same(toldTag, asked.getFirst("If-None-Match"))
                    || !same(toldDate, asked.getFirst("If-Modified-Since"))) {
                complaints.add(path + " was sent other validators than it gave: " + asked.entrySet());
            }
        }

        private static boolean same(@Nullable String told, @Nullable String sent) {
            return told == null ? sent == null : told.equals(sent);
        }
    }

    private void add(String path, @Nullable String etag, boolean dated, @Nullable Duration wish, int refusals) {
        var origin = new Origin(path, etag, dated, wish, refusals);
        var at = refusals > 0 ? strict : server;
        at.handle(path, origin::answer);
        origins.put(at.url(path), origin);
        try (var writer = new SubscriptionWriter(kafka)) {
            writer.add(List.of(new Subscription(at.url(path), path, "Outlet", null, "en", null)));
        }
    }

    private Fetcher fetcher() {
        var settings = FetchSettings.defaults()
                .change()
                .contact("desk@example.org")
                .addressExceptions(Set.of(server.origin(), strict.origin()))
                .intervals(Duration.ofHours(1), LEAST, Duration.ofHours(24), Duration.ZERO)
                .done();
        return Fetcher.start(kafka, settings, clock, new SimpleMeterRegistry());
    }

    /** Everything that is due has been asked, and its answer is kept. */
    private boolean isAsked() {
        var states = Collect.from(kafka).last(Topics.FEEDS);
        return origins.keySet().stream().allMatch(url -> {
            var state = states.get(url);
            return state != null && state.nextPoll().isAfter(clock.instant());
        });
    }

    @Test
    void oneUnconditionalRequestAFeedEverAndNoneEarlyWithARestartEveryFortyMinutes() {
        add("/tag", "W/\"a b \\\"#\\\" c\"", false, null, 0);
        add("/bare", "bare-#", false, Duration.ofMinutes(5), 0);
        add("/date", null, true, Duration.ofMinutes(50), 0);
        add("/both", "\"#\"", true, Duration.ofHours(3), 0);
        add("/busy", "\"#-é\"", false, null, 2);
        for (var restart = 0; restart < RESTARTS; restart++) {
            add("/new/" + restart, "\"#\"", false, null, 0); // is due at once, so that we see when the fetcher asks
            try (var fetcher = fetcher()) {
                await().atMost(Duration.ofSeconds(30)).until(this::isAsked);
                clock.move(Duration.ofMinutes(20));
                await().atMost(Duration.ofSeconds(30)).until(this::isAsked);
            }
            clock.move(Duration.ofMinutes(20));
        }
        assertThat(complaints).isEmpty();
        assertThat(new ArrayList<>(origins.values()))
                .allSatisfy(o -> assertThat(o.unconditional).as(o.path).isEqualTo(1));
        assertThat(origins.get(server.url("/tag")).requests).isGreaterThan(3);
        assertThat(origins.get(strict.url("/busy")).refusals).isZero();
        assertThat(Collect.from(kafka).last(Topics.FEEDS).values())
                .extracting(FeedState::health)
                .containsOnly(FeedState.Health.HEALTHY);
    }
}
