// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.http.FeedClient;
import org.pointwatch.ingest.http.FetchOutcome;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Health;
import org.pointwatch.wire.record.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One poll: asks, reads, and says what is new and how the feed does now. */
record FeedPoll(FeedClient client, PollPolicy policy, int known, Clock clock, FetchMeters meters) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);
    private static final String WITHDRAWN = "HTTP 410: the feed is gone";

    /** @param patience how long the whole host is left alone, null for no wish */
    record Polled(FeedState state, List<Revision> revisions, @Nullable Duration patience) {}

    Polled poll(Subscription subscription, @Nullable FeedState last) {
        var before = last == null ? unasked(subscription) : last;
        FetchOutcome outcome;
        try {
            outcome = client.get(subscription.feed(), before.etag(), before.lastModified());
            meters.polled(outcome);
            return after(outcome, subscription, before, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("feed {} could not be read because of a fault here: please report it", subscription.feed(), e);
            outcome = new FetchOutcome.Failed("a fault here: " + e);
            meters.polled(outcome);
            return after(outcome, subscription, before, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    private Polled after(FetchOutcome outcome, Subscription subscription, FeedState before, Instant now) {
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return read(fetched, subscription, before, now);
        } else if (outcome instanceof FetchOutcome.NotModified same) {
            var next = policy.afterSuccess(before.feed(), now, null, same.freshFor());
            return new Polled(unchanged(before, now, next, same), List.of(), null);
        } else if (outcome instanceof FetchOutcome.RateLimited limited) {
            var next = policy.afterRefusal(before.feed(), now, before.failures() + 1, limited.retryAfter());
            var reason = "HTTP " + limited.status() + ": the server asks for patience";
            return new Polled(
                    failing(before, now, next, Health.FAILING, reason), List.of(), Duration.between(now, next));
        } else if (outcome instanceof FetchOutcome.Gone) {
            var times = WITHDRAWN.equals(before.reason()) ? 2 : 1;
            var health = times > 1 ? Health.GONE : Health.FAILING;
            return new Polled(failing(before, now, policy.afterGone(now, times), health, WITHDRAWN), List.of(), null);
        }
        return failed(((FetchOutcome.Failed) outcome).reason(), before, now);
    }

    private Polled failed(String reason, FeedState before, Instant now) {
        var next = policy.afterFailure(before.feed(), now, before.failures() + 1);
        return new Polled(failing(before, now, next, Health.FAILING, CleanText.line(reason, 500)), List.of(), null);
    }

    private Polled read(FetchOutcome.Fetched fetched, Subscription subscription, FeedState before, Instant now) {
        var result = FeedParser.parse(fetched.body(), fetched.contentType(), fetched.url());
        if (result instanceof FeedParser.NotAFeed none) {
            meters.refusedDocument();
            return failed("not read as a feed: " + none.reason(), before, now);
        }
        var feed = (ParsedFeed) result;
        meters.parsed(feed);
        var harvest = Harvest.of(subscription, feed, before.known(), known, now);
        meters.harvested(harvest);
        var next = policy.afterSuccess(before.feed(), now, feed.ttl(), fetched.freshFor());
        return new Polled(healthy(subscription, before, now, next, fetched, feed, harvest), harvest.revisions(), null);
    }

    private static FeedState unasked(Subscription s) {
        return new FeedState(
                s.feed(),
                Harvest.outlet(s, null, null),
                s.title(),
                Health.NEW,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                0,
                0,
                0,
                0,
                List.of());
    }

    private static FeedState healthy(
            Subscription subscription,
            FeedState b,
            Instant now,
            Instant next,
            FetchOutcome.Fetched fetched,
            ParsedFeed feed,
            Harvest harvest) {
        var fresh = harvest.revisions().size();
        return new FeedState(
                b.feed(),
                Harvest.outlet(subscription, null, feed.link()),
                feed.title().isEmpty() ? b.title() : feed.title(),
                Health.HEALTHY,
                null,
                now,
                fresh > 0 ? now : b.lastChange(),
                next,
                fetched.etag(),
                fetched.lastModified(),
                feed.format(),
                0,
                b.polls() + 1,
                b.unchanged(),
                b.articles() + fresh,
                harvest.known());
    }

    private static FeedState unchanged(FeedState b, Instant now, Instant next, FetchOutcome.NotModified same) {
        return new FeedState(
                b.feed(),
                b.outlet(),
                b.title(),
                Health.HEALTHY,
                null,
                now,
                b.lastChange(),
                next,
                same.etag() == null ? b.etag() : same.etag(),
                same.lastModified() == null ? b.lastModified() : same.lastModified(),
                b.format(),
                0,
                b.polls() + 1,
                b.unchanged() + 1,
                b.articles(),
                b.known());
    }

    private static FeedState failing(FeedState b, Instant now, Instant next, Health health, String reason) {
        return new FeedState(
                b.feed(),
                b.outlet(),
                b.title(),
                health,
                reason,
                now,
                b.lastChange(),
                next,
                b.etag(),
                b.lastModified(),
                b.format(),
                b.failures() + 1,
                b.polls() + 1,
                b.unchanged(),
                b.articles(),
                b.known());
    }
}
