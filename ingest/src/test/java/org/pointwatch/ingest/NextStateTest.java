// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.poll.Tempo;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Health;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.pointwatch.wire.record.Polling;
import org.pointwatch.wire.record.Subscription;

import static org.assertj.core.api.Assertions.assertThat;

final class NextStateTest {
    private static final String FEED = "https://one.example/rss";
    private static final String MOVED = "https://www.one.example/rss";
    private static final Instant START = Instant.parse("2025-11-03T00:00:00Z");
    private static final Subscription SUBSCRIPTION =
            new Subscription(FEED, "One", "one.example", "agencies", "en", null);
    private static final PollPolicy POLICY =
            new PollPolicy(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private FeedState state = FeedState.unasked(FEED, "one.example");
    private Instant now = START;

    private NextState next() {
        return new NextState(POLICY, Tempo.UNKNOWN.worth(), SUBSCRIPTION, state, now);
    }

    private void move(Duration by) {
        now = now.plus(by);
    }

    private Polled take(Polled polled) {
        state = polled.state();
        return polled;
    }

    private Polled read(String body, @Nullable String moved, @Nullable Duration freshFor, boolean conditional) {
        var fetched = new Fetched(
                body.getBytes(StandardCharsets.UTF_8), FEED, moved, "application/xml", "\"1\"", null, freshFor);
        var feed = (ParsedFeed) FeedParser.parse(fetched.body(), fetched.contentType(), FEED);
        var harvest = Harvest.of(SUBSCRIPTION, feed, state.known(), 2_000, now);
        return take(next().read(fetched, feed, harvest, harvest.revisions(), conditional));
    }

    private void unchanged(@Nullable String moved, @Nullable Duration freshFor) {
        take(next().unchanged(new NotModified(moved, null, null, freshFor)));
    }

    private static String rss(String head, String... items) {
        return "<rss version=\"2.0\"><channel><title>One</title>" + head + String.join("", items) + "</channel></rss>";
    }

    private static String item(int number, Instant published) {
        return "<item><title>Item " + number + "</title><link>https://one.example/" + number + "</link><pubDate>"
                + published + "</pubDate></item>";
    }

    private Duration pause() {
        return Duration.between(now, state.nextPoll());
    }

    private Polling polling() {
        assertThat(state.polling()).isNotNull();
        return state.polling();
    }

    @Test
    void keepsWhatTheDocumentWishedWhenA304SaysNothing() {
        read(rss("<ttl>300</ttl>", item(1, START)), null, null, false);
        assertThat(pause()).isGreaterThanOrEqualTo(Duration.ofHours(5));
        move(Duration.ofHours(6));
        unchanged(null, null);
        assertThat(pause()).isGreaterThanOrEqualTo(Duration.ofHours(5));
        move(Duration.ofHours(6));
        unchanged(null, Duration.ofHours(9));
        assertThat(pause()).isGreaterThanOrEqualTo(Duration.ofHours(9));
        move(Duration.ofHours(12));
        unchanged(null, null);
        assertThat(pause()).as("max-age of the 304 before").isGreaterThanOrEqualTo(Duration.ofHours(9));
    }

    @Test
    void movesToANewAddressAfterAFortnightAndBackIfItFails() {
        read(rss("", item(1, START)), null, null, false);
        for (var day = 0; day < 14; day++) {
            move(Duration.ofDays(1));
            unchanged(MOVED, null);
            assertThat(FeedPoll.address(state)).isEqualTo(FEED);
        }
        move(Duration.ofDays(1));
        unchanged(MOVED, null);
        assertThat(FeedPoll.address(state)).isEqualTo(MOVED);
        unchanged(null, null);
        assertThat(FeedPoll.address(state)).isEqualTo(MOVED);
        for (var i = 0; i < 2; i++) {
            take(next().failed("HTTP 404", Trouble.HARD));
            assertThat(FeedPoll.address(state)).isEqualTo(MOVED);
        }
        take(next().failed("HTTP 404", Trouble.HARD));
        assertThat(FeedPoll.address(state)).isEqualTo(FEED);
    }

    @Test
    void case78_aPortalThatLeadsToSomethingElseMovesNoFeed() {
        read(rss("", item(1, START)), null, null, false);
        for (var day = 0; day < 40; day++) {
            move(Duration.ofDays(1));
            take(next().failed("not read as a feed: an HTML page, no feed", Trouble.SOFT));
            assertThat(polling().redirect()).isNull();
        }
        for (var day = 0; day < 40; day++) {
            move(Duration.ofDays(1));
            read(rss("", item(1_000 + day, now)), "https://portal.example/rss", null, false);
        }
        assertThat(FeedPoll.address(state)).isEqualTo(MOVED.replace("www.", ""));
    }

    @Test
    void case76_remembersThatTheHostAskedForPatience() {
        read(rss("", item(1, START)), null, null, false);
        var polled = take(next().limited(new RateLimited(429, Duration.ofHours(30))));
        assertThat(polled.patience()).isGreaterThanOrEqualTo(Duration.ofHours(30));
        assertThat(polling().heldUntil()).isEqualTo(state.nextPoll()).isAfter(now.plus(Duration.ofHours(29)));
        assertThat(state.trouble()).isEqualTo(Trouble.TEMPORARY);
        move(Duration.ofHours(40));
        unchanged(null, null);
        assertThat(polling().heldUntil()).isNull();
        assertThat(state.trouble()).isNull();
    }

    @Test
    void case76_doublesItsPatienceWhereTheServerNamesNone() {
        read(rss("", item(1, START)), null, null, false);
        var last = Duration.ZERO;
        for (var i = 0; i < 10; i++) {
            take(next().limited(new RateLimited(503, null)));
            assertThat(pause()).isGreaterThan(last).isLessThanOrEqualTo(Duration.ofDays(7));
            last = pause().equals(Duration.ofDays(7)) ? last : pause();
        }
    }

    @Test
    void case77_believesTheSecondGoneAndForgetsTheFirstIfTheFeedComesBack() {
        read(rss("", item(1, START)), null, null, false);
        take(next().gone());
        assertThat(state.health()).isEqualTo(Health.FAILING);
        move(Duration.ofHours(25));
        unchanged(null, null);
        assertThat(state.health()).isEqualTo(Health.HEALTHY);
        take(next().gone());
        assertThat(state.nextPoll()).isBefore(PollPolicy.NEVER);
        take(next().gone());
        assertThat(state.health()).isEqualTo(Health.GONE);
        assertThat(state.nextPoll()).isEqualTo(PollPolicy.NEVER);
    }

    @Test
    void catchesAServerWhose304HidesNewEntries() {
        read(rss("", item(1, START.minus(Duration.ofHours(5)))), null, null, false);
        move(Duration.ofHours(3));
        unchanged(null, null);
        read(rss("", item(2, START.plus(Duration.ofHours(1)))), null, null, false);
        assertThat(polling().document().hides()).isTrue();
    }

    @Test
    void doesNotAccuseAFeedThatWasJustChanged() {
        read(rss("", item(1, START.minus(Duration.ofHours(5)))), null, null, false);
        move(Duration.ofHours(3));
        unchanged(null, null);
        move(Duration.ofHours(3));
        read(rss("", item(2, now.minusSeconds(60))), null, null, true);
        assertThat(polling().document().hides()).isFalse();
    }

    @Test
    void countsDocumentsThatComeInFullForNothing() {
        var body = rss("", item(1, START));
        read(body, null, null, false);
        for (var i = 0; i < 4; i++) {
            move(Duration.ofHours(2));
            var fetched = new Fetched(body.getBytes(StandardCharsets.UTF_8), FEED, null, null, "\"1\"", null, null);
            take(next().repeated(fetched, true));
        }
        assertThat(polling().document().repeats()).isEqualTo(4);
        assertThat(pause()).as("a server that compares nothing is asked less").isGreaterThan(Duration.ofHours(1));
        assertThat(state.articles()).isEqualTo(1);
    }

    @Test
    void saysSinceWhenAFeedIsSilentAgainstItsOwnRhythm() {
        for (var hour = 0; hour < 14 * 24; hour++) {
            read(rss("", item(hour, now)), null, null, true);
            move(Duration.ofHours(1));
        }
        assertThat(state.silentSince()).isNull();
        move(Duration.ofHours(23));
        unchanged(null, null);
        assertThat(state.silentSince()).isEqualTo(now.minus(Duration.ofHours(24)));
        read(rss("", item(9_999, now)), null, null, true);
        assertThat(state.silentSince()).isNull();
    }

    @Test
    void knowsWhatItReadAndForWhom() {
        read(rss("", item(1, START), item(2, START)), null, null, false);
        assertThat(state.bodies()).isEqualTo(new FeedState.Bodies(0, 2, 0));
        assertThat(state.group()).isEqualTo("agencies");
        assertThat(state.language()).isEqualTo("en");
    }

    @Test
    void case108_aFeedThatFlipsBetweenTwoDocumentsIsPublishedOnceAndNotAskedOftener() {
        var a = rss("<ttl>1</ttl>", item(1, START.minus(Duration.ofDays(3))), item(2, START.minus(Duration.ofDays(2))));
        var b = rss("<ttl>2</ttl>", item(3, START.minus(Duration.ofDays(2))), item(4, START.minus(Duration.ofDays(1))));
        read(a, null, null, false);
        read(b, null, null, true);
        for (var i = 0; i < 50; i++) {
            move(Duration.between(now, state.nextPoll()));
            assertThat(read(i % 2 == 0 ? a : b, null, null, true).revisions()).isEmpty();
        }
        assertThat(pause()).isGreaterThan(Duration.ofHours(1));
        assertThat(state.articles()).isEqualTo(4);
    }

    @Test
    void survivesItsOwnJson() {
        read(rss("<ttl>300</ttl>", item(1, START)), MOVED, Duration.ofHours(1), false);
        var serde = JsonSerde.of(Topics.FEEDS);
        assertThat(serde.decode(serde.encode(state))).isEqualTo(state);
        assertThat(List.copyOf(state.known())).hasSize(1);
    }
}
