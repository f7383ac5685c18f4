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
import org.pointwatch.ingest.parse.FeedParser;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.poll.Tempo;
import org.pointwatch.ingest.poll.Trust;
import org.pointwatch.ingest.url.UrlParts;
import org.pointwatch.ingest.websub.HubLinks;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.pointwatch.wire.record.Subscription;
import org.pointwatch.wire.record.WaitingPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One poll: asks, reads, and says what is new and how the feed does now. */
record FeedPoll(FeedClient client, PollPolicy policy, Pace pace, int known, Clock clock, FetchMeters meters) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

    /** What became of a feed's turn. */
    sealed interface Result {}

    /** Not asked: the address is another domain's turn. */
    record PutOff(Instant until) implements Result {}

    /**
     * @param patience how long the whole host is left alone, null for no wish
     * @param pages of the revisions that are to be read
     * @param hub that the document names, null if it names none
     */
    record Polled(
            FeedState state,
            List<Revision> revisions,
            @Nullable Duration patience,
            List<WaitingPage> pages,
            @Nullable HubLinks hub)
            implements Result {
        Polled(FeedState state, List<Revision> revisions, @Nullable Duration patience) {
            this(state, revisions, patience, List.of());
        }

        Polled(FeedState state, List<Revision> revisions, @Nullable Duration patience, List<WaitingPage> pages) {
            this(state, revisions, patience, pages, null);
        }

        Polled with(@Nullable HubLinks named) {
            return new Polled(state, revisions, patience, pages, named);
        }

        Polled with(FeedState other) {
            return new Polled(other, revisions, patience, pages, hub);
        }

        /** The same revisions as they are published, and what is still to be read of them. */
        Polled with(List<Revision> named, List<WaitingPage> wanted) {
            var counted = state.bodies();
            var bodies =
                    counted == null ? null : counted.minus(Bodies.of(revisions)).plus(Bodies.of(named));
            return new Polled(state.change().bodies(bodies).done(), named, patience, wanted, hub);
        }
    }

    Result poll(Subscription subscription, @Nullable FeedState last) {
        var before = last == null
                ? FeedState.unasked(subscription.feed(), Harvest.outlet(subscription, null, null))
                        .change()
                        .title(subscription.title())
                        .done()
                : last;
        try {
            var conditional = !asksInFull(before);
            var outcome = client.get(
                    address(before), conditional ? before.etag() : null, conditional ? before.lastModified() : null);
            if (outcome instanceof FetchOutcome.Deferred deferred) {
                meters.deferred();
                return new PutOff(deferred.until());
            }
            meters.polled(outcome);
            return after(outcome, subscription, before, conditional);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "feed {} could not be read because of a fault here: please report it",
                    UrlParts.shown(subscription.feed()),
                    e);
            var outcome = new FetchOutcome.Failed("a fault here: " + e, Trouble.SOFT);
            meters.polled(outcome);
            return after(outcome, subscription, before, true);
        }
    }

    /** What is asked for a feed: its own address, or the one that it has moved to. */
    static String address(FeedState state) {
        var moved = state.polling() == null ? null : state.polling().address();
        return moved == null ? state.feed() : moved;
    }

    private boolean asksInFull(FeedState before) {
        var polling = before.polling();
        var full = polling != null
                && before.health() == FeedState.Health.HEALTHY
                && Trust.asksInFull(polling.document(), Tempo.of(polling.rhythm()), now());
        if (full) {
            meters.askedInFull();
        }
        return full;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Polled after(FetchOutcome outcome, Subscription subscription, FeedState before, boolean conditional) {
        var next = new NextState(policy, pace.mean(), subscription, before, now());
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            var sent = conditional && (before.etag() != null || before.lastModified() != null);
            return isKnown(fetched, before) ? next.repeated(fetched, sent) : read(fetched, next, sent);
        } else if (outcome instanceof FetchOutcome.NotModified same) {
            return next.unchanged(same);
        } else if (outcome instanceof FetchOutcome.RateLimited limited) {
            return next.limited(limited);
        } else if (outcome instanceof FetchOutcome.Gone) {
            return next.gone();
        }
        var failed = (FetchOutcome.Failed) outcome;
        return next.failed(failed.reason(), failed.trouble());
    }

    /** The very bytes that were read last time have nothing new to say. */
    private boolean isKnown(FetchOutcome.Fetched fetched, FeedState before) {
        var document = before.polling() == null ? null : before.polling().document();
        var same = document != null && document.hash().equals(Trust.hash(fetched.body()));
        if (same) {
            meters.repeatedDocument();
        }
        return same;
    }

    private Polled read(FetchOutcome.Fetched fetched, NextState next, boolean conditional) {
        var result = FeedParser.parse(fetched.body(), fetched.contentType(), fetched.url());
        if (result instanceof FeedParser.NotAFeed none) {
            meters.refusedDocument();
            return next.failed("not read as a feed: " + none.reason(), Trouble.SOFT);
        }
        var feed = (ParsedFeed) result;
        meters.parsed(feed);
        var harvest = Harvest.of(next.subscription(), feed, next.before().known(), known, next.now());
        meters.harvested(harvest);
        return next.read(fetched, feed, harvest, harvest.revisions(), conditional)
                .with(HubLinks.of(fetched.body(), fetched.links()));
    }
}
