// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.FeedPoll.Polled;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import org.pointwatch.wire.record.WaitingPage;

/** What one partition of the list holds: its feeds, their poll states, the pages that wait. Safe for use by many threads. */
final class ShardContents {
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();
    private final Map<String, WaitingPage> pages = new ConcurrentHashMap<>();
    /** Pages read since the feed's state was written last; a kill forgets these. */
    private final Map<String, FeedState.Bodies> read = new ConcurrentHashMap<>();

    private final long subscriptionsEnd;
    private final long pagesEnd;

    private ShardContents(long subscriptionsEnd, long pagesEnd) {
        this.subscriptionsEnd = subscriptionsEnd;
        this.pagesEnd = pagesEnd;
    }

    /** @param reading whether pages are read here; those of a role that reads none are left alone */
    static ShardContents load(KafkaAccess kafka, int partition, boolean reading, FetchMeters meters) {
        var listed = PartitionLoad.of(kafka, Topics.SUBSCRIPTIONS, partition, meters);
        var kept = PartitionLoad.of(kafka, Topics.FEEDS, partition, meters);
        var waiting = reading
                ? PartitionLoad.of(kafka, Topics.PAGES, partition, meters)
                : new PartitionLoad<WaitingPage>(Map.of(), 0);
        var contents = new ShardContents(listed.end(), waiting.end());
        contents.subscriptions.putAll(listed.values());
        contents.states.putAll(kept.values());
        contents.pages.putAll(waiting.values());
        return contents;
    }

    /** Where the list goes on behind what was loaded. */
    long subscriptionsEnd() {
        return subscriptionsEnd;
    }

    /** Where the waiting pages go on behind what was loaded. */
    long pagesEnd() {
        return pagesEnd;
    }

    Set<String> feeds() {
        return Set.copyOf(subscriptions.keySet());
    }

    @Nullable
    Subscription subscription(String feed) {
        return subscriptions.get(feed);
    }

    boolean lists(@Nullable String feed) {
        return feed != null && subscriptions.containsKey(feed);
    }

    /** Takes a change of the list; returns whether the feed is new on it. */
    boolean subscribe(Subscription subscription) {
        return subscriptions.put(subscription.feed(), subscription) == null;
    }

    void unsubscribe(String feed) {
        subscriptions.remove(feed);
    }

    @Nullable
    FeedState state(String feed) {
        return states.get(feed);
    }

    /** How each feed of the list does, also those that were not asked yet. */
    Stream<FeedState> standing() {
        return subscriptions.values().stream().map(this::standing);
    }

    private FeedState standing(Subscription s) {
        var state = states.get(s.feed());
        return state != null
                ? state
                : FeedState.unasked(s.feed(), Harvest.outlet(s, null, null))
                        .change()
                        .group(s.group())
                        .language(s.language())
                        .done();
    }

    /** Whether its publisher withdrew it: it is asked again only if it is put on the list again. */
    boolean isGone(String feed) {
        var state = states.get(feed);
        return state != null && state.health() == FeedState.Health.GONE;
    }

    /** Feeds of which something is kept although they are on the list no more. */
    Set<String> orphans() {
        var left = new HashSet<>(states.keySet());
        pages.values().forEach(page -> left.add(String.valueOf(page.entry().feed())));
        left.removeAll(subscriptions.keySet());
        return left;
    }

    /** The poll with what pages and the feed's hub have told since its state was read. */
    Polled withPages(Polled other) {
        var kept = states.get(other.state().feed());
        var polled = kept == null || Objects.equals(kept.push(), other.state().push())
                ? other
                : other.with(other.state().change().push(kept.push()).done());
        var more = read.remove(polled.state().feed());
        var counted = polled.state().bodies();
        return more == null || counted == null
                ? polled
                : polled.with(polled.state().change().bodies(counted.plus(more)).done());
    }

    void keep(FeedState state) {
        states.put(state.feed(), state);
    }

    void keep(Polled polled) {
        keep(polled.state());
        polled.pages().forEach(page -> pages.put(page.key(), page));
    }

    void forget(String feed) {
        states.remove(feed);
        pages.values().removeAll(pagesOf(feed));
    }

    Collection<WaitingPage> pages() {
        return List.copyOf(pages.values());
    }

    List<WaitingPage> pagesOf(String feed) {
        return pages.values().stream()
                .filter(page -> feed.equals(page.entry().feed()))
                .toList();
    }

    /** A page that is not to be read after all; false if it does not wait. */
    boolean drop(String page) {
        return pages.remove(page) != null;
    }

    /** Whether this very page waits, and not one of a later revision. */
    boolean waits(WaitingPage page) {
        return lists(page.entry().feed()) && page.equals(pages.get(page.key()));
    }

    /** @param moved by how much the count of the feed's articles changes */
    void ended(WaitingPage page, FeedState.Bodies moved) {
        pages.remove(page.key());
        if (page.entry().feed() != null) {
            read.merge(page.entry().feed(), moved, FeedState.Bodies::plus);
        }
    }
}
