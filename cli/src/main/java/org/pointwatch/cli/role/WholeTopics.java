// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.wire.KafkaAccess;

/** Reads topics from their beginnings to the ends that they all had at one moment; committed records only. */
public final class WholeTopics {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private WholeTopics() {}

    /**
     * Returns where the topics begin; above 0 something is there no more.
     *
     * @param topics with their prefix; they must exist
     * @throws Failure if Kafka stops to answer
     */
    public static Map<TopicPartition, Long> read(
            KafkaAccess kafka, List<String> topics, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        try (var consumer = kafka.reader(Map.of("max.poll.records", 5_000))) {
            var partitions = topics.stream()
                    .flatMap(t -> consumer.partitionsFor(t).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var starts = consumer.beginningOffsets(partitions);
            consumer.seekToBeginning(partitions);
            read(kafka, consumer, ends, each);
            return starts;
        } catch (KafkaException e) {
            throw Failure.of(topics + " at " + kafka.bootstrap() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void read(
            KafkaAccess kafka,
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        var since = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            }
            if (!records.isEmpty()) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw Failure.of("nothing more came from Kafka at %s for %d s: is it overloaded? Try again"
                        .formatted(kafka.bootstrap(), PATIENCE.toSeconds()));
            }
        }
    }
}
