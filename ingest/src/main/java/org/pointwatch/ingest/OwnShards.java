// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.page.PageFetcher;
import org.pointwatch.ingest.websub.WebSub;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions of the list that the group has given us. Not thread-safe. */
final class OwnShards implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(OwnShards.class);
    private static final long REOPEN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final JsonSerde<Subscription> SUBSCRIPTIONS = JsonSerde.of(Topics.SUBSCRIPTIONS);

    private final KafkaAccess kafka;
    private final Schedule schedule;
    private final PageFetcher pages;
    private final @Nullable WebSub websub;
    private final Clock clock;
    private final FetchMeters meters;
    private final Executor workers;
    private final Withdrawals withdrawals;
    private final Map<Integer, Shard> shards = new HashMap<>();
    private final Map<Integer, Long> unopened = new HashMap<>();

    OwnShards(
            KafkaAccess kafka,
            Schedule schedule,
            PageFetcher pages,
            @Nullable WebSub websub,
            Clock clock,
            FetchMeters meters,
            Executor workers) {
        this.kafka = kafka;
        this.schedule = schedule;
        this.pages = pages;
        this.websub = websub;
        this.clock = clock;
        this.meters = meters;
        this.workers = workers;
        this.withdrawals = new Withdrawals(kafka);
    }

    TopicPartition partition(int number) {
        return new TopicPartition(kafka.topic(Topics.SUBSCRIPTIONS), number);
    }

    /** How each feed of our lists does. */
    Collection<FeedState> standing() {
        return shards.values().stream()
                .flatMap(shard -> shard.contents().standing())
                .toList();
    }

    /** The shard whose list has the feed, null if none of ours has. */
    @Nullable
    Shard owner(String feed) {
        for (var shard : shards.values()) {
            if (shard.contents().lists(feed)) {
                return shard;
            }
        }
        return null;
    }

    /** Whether this is the shard that we hold now, and the feed is on its list. */
    boolean holds(Shard shard, String feed) {
        return shards.get(shard.partition()) == shard && shard.contents().lists(feed);
    }

    /** Opens what was given to us and what broke, if it is time for it. */
    void openWaiting(Consumer<String, byte[]> consumer) {
        for (var waiting : List.copyOf(unopened.entrySet())) {
            if (waiting.getValue() - System.nanoTime() <= 0) {
                open(waiting.getKey(), consumer);
            }
        }
    }

    /** Opens a shard; if Kafka is not ready for it, later. */
    private void open(int partition, Consumer<String, byte[]> consumer) {
        try {
            var at = partition(partition);
            var left = consumer.committed(Set.of(at)).get(at);
            var marks = Marks.read(left == null ? null : left.metadata());
            var shard = Shard.open(kafka, partition, marks, pages.on(), meters);
            consumer.seek(at, shard.contents().subscriptionsEnd());
            if (pages.on()) {
                withdrawals.follow(partition, shard.contents().pagesEnd());
            }
            shards.put(partition, shard);
            unopened.remove(partition);
            takeUp(shard);
        } catch (KafkaException e) {
            LOG.warn("partition {} of the feed list cannot be opened now, trying again: {}", partition, e.toString());
            unopened.put(partition, System.nanoTime() + REOPEN_NANOS);
        }
    }

    private void takeUp(Shard shard) {
        var now = clock.instant();
        var contents = shard.contents();
        contents.feeds().forEach(feed -> schedule.open(feed, contents.state(feed), shard.marks(), now));
        contents.orphans().forEach(feed -> drop(shard, feed));
        var kept = contents.pages();
        workers.execute(() -> pages.resume(kept, shard));
        if (websub != null) {
            contents.feeds().forEach(feed -> websub.resume(shard, feed));
        }
        LOG.info(
                "partition {} of the feed list is ours: {} feeds, {} pages to read",
                shard.partition(),
                contents.feeds().size(),
                kept.size());
    }

    /** @param asked feeds that are being asked */
    void change(ConsumerRecord<String, byte[]> record, Predicate<String> asked) {
        var shard = shards.get(record.partition());
        if (shard == null
                || record.key() == null
                || record.offset() < shard.contents().subscriptionsEnd()) {
            return;
        }
        if (record.value() == null) {
            shard.contents().unsubscribe(record.key());
            schedule.remove(record.key());
            drop(shard, record.key());
            return;
        }
        try {
            var subscription = SUBSCRIPTIONS.decode(record.value());
            var feed = subscription.feed();
            if ((shard.contents().subscribe(subscription) || shard.contents().isGone(feed)) && !asked.test(feed)) {
                schedule.ask(feed, shard.contents().state(feed), clock.instant());
            }
        } catch (WireException e) {
            meters.undecodable(Topics.SUBSCRIPTIONS.name());
            LOG.warn("subscription {} is left out: {}", record.key(), e.getMessage());
        }
    }

    /** What is kept of a feed that is on the list no more ends, and its subscription at a hub. */
    private void drop(Shard shard, String feed) {
        var state = shard.contents().state(feed);
        if (websub != null) {
            websub.leave(feed, state == null ? null : state.push());
        }
        workers.execute(() -> shard.forget(feed));
    }

    /** A shard that broke is opened anew. */
    void reopenBroken() {
        for (var shard : List.copyOf(shards.values())) {
            if (shard.isClosed()) {
                giveUp(Set.of(shard.partition()));
                unopened.put(shard.partition(), System.nanoTime() + REOPEN_NANOS);
            }
        }
    }

    /** Pages that others took off their topic are not read. */
    void hearWithdrawals() {
        withdrawals.hear((partition, page) -> {
            var shard = shards.get(partition);
            if (shard != null && shard.contents().drop(page)) {
                meters.withdrawn();
            }
        });
    }

    void giveUpAll() {
        giveUp(Set.copyOf(shards.keySet()));
        withdrawals.close();
    }

    private void giveUp(Collection<Integer> partitions) {
        for (var partition : partitions) {
            unopened.remove(partition);
            var shard = shards.remove(partition);
            withdrawals.leave(partition);
            if (shard != null) {
                shard.contents().feeds().forEach(schedule::remove);
                shard.close();
                pages.withdraw(shard);
                if (websub != null) {
                    websub.withdraw(shard);
                }
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(p -> unopened.put(p.partition(), System.nanoTime()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        var numbers = new HashSet<Integer>();
        partitions.forEach(p -> numbers.add(p.partition()));
        giveUp(numbers);
    }
}
