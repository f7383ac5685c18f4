// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.KafkaAccess;

/** Waits until a group has committed the end of everything it reads, in two looks one after the other. */
final class Quiet {
    static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Quiet() {}

    static void await(KafkaAccess kafka, String group) throws Exception {
        try (var admin = kafka.admin()) {
            while (true) {
                var first = ends(admin, group);
                if (!first.isEmpty() && reached(admin, group, first)) {
                    pause(PAUSE);
                    if (first.equals(ends(admin, group)) && reached(admin, group, first)) {
                        return;
                    }
                }
                pause(LOOK);
            }
        }
    }

    private static boolean reached(Admin admin, String group, Map<TopicPartition, Long> ends) throws Exception {
        var committed = committed(admin, group);
        return ends.entrySet().stream()
                .allMatch(end -> committed.containsKey(end.getKey())
                        ? committed.get(end.getKey()).offset() >= end.getValue()
                        : end.getValue() == 0);
    }

    /** Ends of every partition of every topic that the group has read from. */
    private static Map<TopicPartition, Long> ends(Admin admin, String group) throws Exception {
        var topics = committed(admin, group).keySet().stream()
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        }
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) throws Exception {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static void pause(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
