// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.page.PageFetcher;
import org.pointwatch.ingest.websub.WebSub;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;

/**
 * Hands feeds that are due to the workers, as many as there are hands, and takes back what came of them. All but the work
 * itself is one thread's.
 */
final class Asking {
    private static final Duration BETWEEN_HINTS = Duration.ofMinutes(1);

    /** A request that takes longer makes room for another. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So many times the hands may be under way when most of them take long. */
    static final int CROWD = 16;

    /**
     * @param patience how long the address's host is left alone
     * @param again when to ask, if it was not asked after all
     */
    private record Finished(
            Shard shard, String feed, String address, @Nullable Duration patience, @Nullable Instant again) {}

    private final FetchSettings settings;
    private final OwnShards shards;
    private final Schedule schedule;
    private final FeedPoll poll;
    private final PageFetcher pages;
    private final @Nullable WebSub websub;
    private final Clock clock;
    private final Executor workers;
    private final Map<String, Shard> asked = new HashMap<>();
    private final Map<String, Long> begun = new HashMap<>();
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();

    Asking(
            FetchSettings settings,
            OwnShards shards,
            Schedule schedule,
            FeedPoll poll,
            PageFetcher pages,
            @Nullable WebSub websub,
            Clock clock,
            Executor workers) {
        this.settings = settings;
        this.shards = shards;
        this.schedule = schedule;
        this.poll = poll;
        this.pages = pages;
        this.websub = websub;
        this.clock = clock;
        this.workers = workers;
    }

    boolean isAsked(String feed) {
        return asked.containsKey(feed);
    }

    /** Takes as many feeds as there are hands, writes down that they are being asked, and has them asked. */
    void ask(Consumer<String, byte[]> consumer) {
        var now = clock.instant();
        var taken = new HashMap<Subscription, Shard>();
        while (hasHands()) {
            var feed = schedule.take(now);
            if (feed == null) {
                break;
            }
            var shard = shards.owner(feed);
            var subscription = shard == null ? null : shard.contents().subscription(feed);
            if (shard == null || subscription == null) {
                schedule.release(feed);
            } else {
                begin(feed, shard);
                taken.put(subscription, shard);
            }
        }
        if (!taken.isEmpty()) {
            mark(consumer, taken, now);
            taken.forEach((subscription, shard) -> workers.execute(() -> work(shard, subscription)));
        }
    }

    /**
     * What takes long does not count, up to a limit, nor does what failed last time, of which there is a limit of its own:
     * slow servers hold nobody else up.
     */
    private boolean hasHands() {
        var since = System.nanoTime() - LONG_NANOS;
        var quick = begun.values().stream().filter(at -> at - since > 0).count();
        return quick < settings.threads() && asked.size() < settings.threads() * CROWD;
    }

    private void begin(String feed, Shard shard) {
        asked.put(feed, shard);
        var state = shard.contents().state(feed);
        if (state == null || state.failures() == 0) {
            begun.put(feed, System.nanoTime());
        }
    }

    private void mark(Consumer<String, byte[]> consumer, Map<Subscription, Shard> taken, Instant now) {
        try {
            var marks = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var shard : Set.copyOf(taken.values())) {
                var feeds = new ArrayList<String>();
                taken.forEach((subscription, of) -> {
                    if (of == shard) {
                        feeds.add(subscription.feed());
                    }
                });
                marks.put(
                        shards.partition(shard.partition()),
                        new OffsetAndMetadata(
                                shard.contents().subscriptionsEnd(),
                                shard.marks().write(feeds, now)));
            }
            consumer.commitSync(marks);
        } catch (KafkaException e) {
            taken.forEach((subscription, shard) ->
                    finished.add(new Finished(shard, subscription.feed(), subscription.feed(), null, null)));
            throw e;
        }
    }

    private void work(Shard shard, Subscription subscription) {
        Duration patience = null;
        Instant again = null;
        var before = shard.contents().state(subscription.feed());
        try {
            var result = poll.poll(subscription, before);
            if (result instanceof FeedPoll.Polled polled) {
                patience = polled.patience();
                keep(shard, polled);
            } else {
                again = ((FeedPoll.PutOff) result).until();
            }
        } finally {
            var address = before == null ? subscription.feed() : FeedPoll.address(before);
            finished.add(new Finished(shard, subscription.feed(), address, patience, again));
        }
    }

    private void keep(Shard shard, FeedPoll.Polled polled) {
        var named = pages.named(polled.revisions());
        var wanted = pages.wanted(named);
        if (shard.commit(polled.with(named, wanted))) {
            pages.offer(wanted, shard);
            if (websub != null) {
                tell(websub, shard, polled);
            }
        }
    }

    private static void tell(WebSub websub, Shard shard, FeedPoll.Polled polled) {
        var feed = polled.state().feed();
        if (polled.state().health() == FeedState.Health.GONE) {
            websub.gone(shard, feed);
        } else if (polled.hub() != null) {
            websub.found(shard, feed, polled.hub());
        }
    }

    /** Hears what hubs say, and asks those again whose time has come. */
    void heed() {
        if (websub != null) {
            websub.renew(clock.instant());
            websub.hints().take().forEach(this::heed);
        }
    }

    /** The feed is asked soon, its host's wishes granted; a hub that says so all the time gains a poll a minute. */
    private void heed(String feed) {
        var shard = shards.owner(feed);
        var state = shard == null ? null : shard.contents().state(feed);
        if (isAsked(feed) && websub != null) {
            websub.hints().keep(feed);
        } else if (state != null && state.health() != FeedState.Health.GONE) {
            var now = clock.instant();
            var earliest = state.lastPoll() == null ? now : state.lastPoll().plus(BETWEEN_HINTS);
            var at = earliest.isAfter(now) ? earliest : now;
            if (at.isBefore(state.nextPoll())) {
                schedule.ask(feed, state, at);
            }
        }
    }

    /** Takes back what the workers have done. */
    void collect() {
        takeBack(finished.poll());
    }

    /** As above; waits a while if there is nothing. */
    void collect(long millis) throws InterruptedException {
        takeBack(finished.poll(millis, TimeUnit.MILLISECONDS));
    }

    private void takeBack(@Nullable Finished first) {
        for (var done = first; done != null; done = finished.poll()) {
            takeBackOne(done);
        }
        shards.reopenBroken();
    }

    private void takeBackOne(Finished done) {
        asked.remove(done.feed());
        begun.remove(done.feed());
        var shard = done.shard();
        var ours = shards.holds(shard, done.feed());
        var state = ours ? shard.contents().state(done.feed()) : null;
        shard.marks().answered(done.feed());
        if (done.again() == null) {
            schedule.answered(done.feed(), done.address(), done.patience(), state, clock.instant());
        } else {
            schedule.release(done.feed());
        }
        if (ours && done.again() != null) {
            schedule.ask(done.feed(), state, done.again());
        } else if (ours && state == null) {
            schedule.ask(done.feed(), null, clock.instant().plus(settings.shortest()));
        }
    }
}
