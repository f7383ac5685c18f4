// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.pointwatch.ingest.parse.CleanText;
import org.pointwatch.ingest.parse.ParsedFeed;
import org.pointwatch.ingest.poll.ChannelWishes;
import org.pointwatch.ingest.poll.PollPolicy;
import org.pointwatch.ingest.poll.Redirects;
import org.pointwatch.ingest.poll.Tempo;
import org.pointwatch.ingest.poll.Trust;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.FeedState.Bodies;
import org.pointwatch.wire.record.FeedState.Health;
import org.pointwatch.wire.record.FeedState.Trouble;
import org.pointwatch.wire.record.FeedStateDraft;
import org.pointwatch.wire.record.Polling;
import org.pointwatch.wire.record.Polling.Document;
import org.pointwatch.wire.record.Polling.Wishes;
import org.pointwatch.wire.record.Subscription;

/** How a feed's state goes on after an answer: a pure function of the state before, the answer and the time. */
record NextState(PollPolicy policy, double pace, Subscription subscription, FeedState before, Instant now) {
    static final String WITHDRAWN = "HTTP 410: the feed is gone";
    /** An entry may show up so much after the time that it claims without having been hidden. */
    private static final Duration PUBLISHING = Duration.ofMinutes(10);
    /** After so many failures in a row an address that replaced the feed's own is given up. */
    private static final int STRANDED = 3;

    private static final int LONGEST_REASON = 500;

    /** @param revisions of the harvest, as they are published */
    Polled read(Fetched fetched, ParsedFeed feed, Harvest harvest, List<Revision> revisions, boolean conditional) {
        var old = polling();
        var fresh = !harvest.arrivals().isEmpty();
        var document = Trust.read(
                old.document(),
                Trust.hash(fetched.body()),
                feed.entries().size(),
                conditional,
                fresh && hidden(fetched, harvest, conditional),
                fresh,
                now);
        var overlap = harvest.showsKnown();
        var tempo = Tempo.of(old.rhythm()).after(now, harvest.arrivals());
        var seconds = fetched.freshFor() == null ? 0 : fetched.freshFor().toSeconds();
        var wishes = withTtl(ChannelWishes.of(fetched.body(), seconds), feed.ttl());
        var validated = fetched.etag() != null || fetched.lastModified() != null;
        var draft = succeeded(tempo, wishes, document, validated, overlap ? fetched.moved() : null)
                .outlet(Harvest.outlet(subscription, null, feed.link()))
                .title(feed.title().isEmpty() ? before.title() : feed.title())
                .lastChange(revisions.isEmpty() ? before.lastChange() : now)
                .etag(fetched.etag())
                .lastModified(fetched.lastModified())
                .format(feed.format())
                .articles(before.articles() + revisions.size())
                .bodies(counted(revisions))
                .known(harvest.known());
        return new Polled(draft.done(), revisions, null);
    }

    /** The document came in full and was the one we have read. */
    Polled repeated(Fetched fetched, boolean conditional) {
        var old = polling();
        var entries = old.document() == null ? 0 : old.document().entries();
        var document = Trust.read(old.document(), Trust.hash(fetched.body()), entries, conditional, false, false, now);
        var validated = fetched.etag() != null || fetched.lastModified() != null;
        var draft = succeeded(
                        Tempo.of(old.rhythm()).after(now, List.of()),
                        renewed(old.wishes(), fetched.freshFor()),
                        document,
                        validated,
                        fetched.moved())
                .etag(fetched.etag())
                .lastModified(fetched.lastModified());
        return new Polled(draft.done(), List.of(), null);
    }

    Polled unchanged(NotModified same) {
        var old = polling();
        var draft = succeeded(
                        Tempo.of(old.rhythm()).after(now, List.of()),
                        renewed(old.wishes(), same.freshFor()),
                        Trust.confirmed(old.document()),
                        true,
                        same.moved())
                .etag(same.etag() == null ? before.etag() : same.etag())
                .lastModified(same.lastModified() == null ? before.lastModified() : same.lastModified())
                .unchanged(before.unchanged() + 1);
        return new Polled(draft.done(), List.of(), null);
    }

    Polled limited(RateLimited limited) {
        var next = policy.afterRefusal(before.feed(), now, before.failures() + 1, limited.retryAfter());
        var old = polling();
        var reason = "HTTP " + limited.status() + ": the server asks for patience";
        var state = failing(next, Health.FAILING, reason, Trouble.TEMPORARY)
                .polling(new Polling(old.address(), old.redirect(), next, old.wishes(), old.rhythm(), old.document()))
                .done();
        return new Polled(state, List.of(), Duration.between(now, next));
    }

    Polled gone() {
        var times = WITHDRAWN.equals(before.reason()) ? 2 : 1;
        var health = times > 1 ? Health.GONE : Health.FAILING;
        var state = failing(policy.afterGone(now, times), health, WITHDRAWN, Trouble.HARD);
        return new Polled(state.done(), List.of(), null);
    }

    Polled failed(String reason, Trouble trouble) {
        var next = policy.afterFailure(before.feed(), now, before.failures() + 1, trouble);
        var state = failing(next, Health.FAILING, CleanText.line(reason, LONGEST_REASON), trouble);
        return new Polled(state.done(), List.of(), null);
    }

    private FeedStateDraft succeeded(
            Tempo tempo, Wishes wishes, @Nullable Document document, boolean validated, @Nullable String moved) {
        var window = document == null ? 0 : document.entries();
        var manner = new PollPolicy.Manner(tempo, pace, window, wishes, validated, Trust.ignored(document));
        return listed().health(Health.HEALTHY)
                .reason(null)
                .trouble(null)
                .failures(0)
                .silentSince(Trust.silentSince(tempo, now))
                .nextPoll(policy.afterSuccess(before.feed(), now, manner))
                .polling(moved(moved, wishes, tempo, document));
    }

    private FeedStateDraft failing(Instant next, Health health, String reason, Trouble trouble) {
        var old = polling();
        var stranded = before.failures() + 1 >= STRANDED;
        return listed().health(health)
                .reason(reason)
                .trouble(trouble)
                .failures(before.failures() + 1)
                .nextPoll(next)
                .polling(new Polling(
                        stranded ? null : old.address(), null, null, old.wishes(), old.rhythm(), old.document()));
    }

    private FeedStateDraft listed() {
        return before.change()
                .group(subscription.group())
                .language(subscription.language())
                .lastPoll(now)
                .polls(before.polls() + 1);
    }

    private Polling moved(@Nullable String target, Wishes wishes, Tempo tempo, @Nullable Document document) {
        var old = polling();
        var redirect = Redirects.after(old.redirect(), before.known().isEmpty() ? null : target, now);
        var proven = redirect != null && Redirects.proven(redirect, now) ? redirect.target() : null;
        return new Polling(
                proven == null ? old.address() : proven,
                proven == null ? redirect : null,
                null,
                wishes,
                tempo.rhythm(),
                document);
    }

    /** New entries under a validator that the server had called current, or from before it last denied them. */
    private boolean hidden(Fetched fetched, Harvest harvest, boolean conditional) {
        var last = before.lastPoll();
        if (last == null || conditional || before.health() != Health.HEALTHY || before.unchanged() == 0) {
            return false;
        }
        var sameTag = fetched.etag() != null && fetched.etag().equals(before.etag());
        return sameTag || harvest.arrivals().stream().anyMatch(t -> t.isBefore(last.minus(PUBLISHING)));
    }

    private Bodies counted(List<Revision> revisions) {
        var old = before.bodies() == null ? Bodies.NONE : before.bodies();
        return old.plus(Bodies.of(revisions));
    }

    private static Wishes withTtl(Wishes wishes, @Nullable Duration ttl) {
        return ttl == null || ttl.toSeconds() <= wishes.ttlSeconds()
                ? wishes
                : new Wishes(ttl.toSeconds(), wishes.freshSeconds(), wishes.skipHours(), wishes.skipDays());
    }

    /** What an answer without a document does not say again still holds. */
    private static Wishes renewed(@Nullable Wishes old, @Nullable Duration freshFor) {
        if (old == null) {
            return new Wishes(0, freshFor == null ? 0 : freshFor.toSeconds(), List.of(), List.of());
        }
        return freshFor == null
                ? old
                : new Wishes(old.ttlSeconds(), freshFor.toSeconds(), old.skipHours(), old.skipDays());
    }

    private Polling polling() {
        return before.polling() == null ? Polling.NONE : before.polling();
    }
}
