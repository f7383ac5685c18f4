// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.Retag;

/**
 * Asks the topology to tag again the articles of which a record was written within the horizon, for it has their texts.
 * Only keys travel, each into the partition that its article is in. Asking twice does no harm.
 */
public final class Retagging {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaAccess kafka;
    private final byte[] request;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Exception> unsent = new AtomicReference<>();
    private Map<TopicPartition, Long> read = Map.of();

    /** @param clock that of Kafka's timestamps */
    public Retagging(KafkaAccess kafka, Retag request, InstantSource clock) {
        this.kafka = kafka;
        this.request = JsonSerde.of(Topics.RETAG).encode(request);
        this.clock = clock;
    }

    /**
     * Asks for the articles within the horizon; called again, for those that were written since. Returns how many.
     *
     * @param told how many so far
     */
    public long ask(LongConsumer told) {
        try (var articles = kafka.reader(Map.of("max.poll.records", 5_000));
                var requests = kafka.producer(Map.of())) {
            var partitions = articles.partitionsFor(kafka.topic(Topics.ARTICLES)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            var ends = articles.endOffsets(partitions);
            var starts = read.isEmpty() ? withinHorizon(articles, ends) : read;
            var asked = 0L;
            for (var end : ends.entrySet()) {
                var partition = end.getKey();
                articles.assign(List.of(partition));
                articles.seek(partition, starts.getOrDefault(partition, 0L));
                asked += ask(articles, end.getValue(), requests, partition);
                told.accept(asked);
            }
            confirm(requests);
            read = ends;
            return asked;
        }
    }

    private Map<TopicPartition, Long> withinHorizon(Consumer<?, ?> articles, Map<TopicPartition, Long> ends) {
        var since = clock.instant().minus(EventTime.HORIZON).toEpochMilli();
        var wanted = ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> since));
        var starts = new HashMap<>(ends);
        articles.offsetsForTimes(wanted).forEach((partition, found) -> {
            if (found != null) {
                starts.put(partition, found.offset());
            }
        });
        return starts;
    }

    private long ask(
            Consumer<String, byte[]> articles, long end, Producer<String, byte[]> requests, TopicPartition partition) {
        var topic = kafka.topic(Topics.RETAG);
        var keys = new HashSet<String>();
        while (articles.position(partition) < end) {
            for (var article : articles.poll(POLL)) {
                if (article.key() != null && keys.add(article.key())) {
                    var asked = new ProducerRecord<>(topic, partition.partition(), article.key(), request);
                    requests.send(asked, (sent, e) -> unsent.compareAndSet(null, e));
                }
            }
        }
        return keys.size();
    }

    private void confirm(Producer<?, ?> requests) {
        requests.flush();
        var failure = unsent.get();
        if (failure != null) {
            throw Failure.of(
                    "not every article was asked for: " + kafka.bootstrap() + " did not take a request ("
                            + failure.getMessage() + "); apply the dossier with --retag once more",
                    failure);
        }
    }

    /**
     * Waits until every request has been handled; what was put off is a request once more. Returns false if nobody
     * processes: a stopped instance is known as such after its session's timeout.
     *
     * @param told how many are left, now and then
     */
    public boolean await(LongConsumer told) throws InterruptedException {
        try (var admin = kafka.admin()) {
            var offsets = GroupOffsets.of(admin, kafka);
            var partitions = offsets.partitions(List.of(kafka.topic(Topics.RETAG)));
            var least = Long.MAX_VALUE;
            var since = System.nanoTime();
            for (var left = left(offsets, partitions); left > 0; left = left(offsets, partitions)) {
                if (left < least) {
                    least = left;
                    since = System.nanoTime();
                } else if (!offsets.attended()) {
                    return false;
                }
                requireProgress(System.nanoTime() - since, left);
                told.accept(left);
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
            return true;
        } catch (ExecutionException e) {
            throw Failure.of(
                    "Kafka at " + kafka.bootstrap() + " does not tell how far the topology is: " + e.getCause(), e);
        }
    }

    /** Positions first: an end that moves in between is then seen as not reached. */
    private static long left(GroupOffsets offsets, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var committed = offsets.committed();
        var starts = offsets.starts(partitions);
        return offsets.ends(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - Math.max(starts.getOrDefault(end.getKey(), 0L), committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private void requireProgress(long nanos, long left) {
        if (nanos > PATIENCE.toNanos()) {
            throw Failure.of(
                    "%d requests wait on %s, and none was handled for %d s: look at what `pointwatch process` says."
                                    .formatted(left, kafka.topic(Topics.RETAG), PATIENCE.toSeconds())
                            + " They stay there and need not be asked again");
        }
    }
}
