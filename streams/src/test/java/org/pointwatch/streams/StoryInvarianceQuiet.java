// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** Whether a group has nothing left to do: asked twice, a commit interval and more apart, the ends may not have moved. */
final class StoryInvarianceQuiet {
    private final KafkaAccess kafka;
    private final Admin admin;
    private final String group;
    private Map<TopicPartition, Long> before = Map.of();

    StoryInvarianceQuiet(KafkaAccess kafka, Admin admin, String name) {
        this.kafka = kafka;
        this.admin = admin;
        this.group = kafka.id(name);
    }

    /** Whether all that is there to read is read and committed, and was so when last asked. */
    boolean look() throws ExecutionException, InterruptedException {
        // Positions first: an end that moves in between is then seen as not reached.
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = ends();
        var reached = ends.entrySet().stream().allMatch(end -> {
            var position = committed.get(end.getKey());
            return end.getValue() == 0 || (position != null && position.offset() >= end.getValue());
        });
        var still = reached && ends.equals(before);
        before = reached ? ends : Map.of();
        return still;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        var named = Stream.of(Topics.ARTICLES, Topics.OVERRIDES, Topics.STORY_CHANGES)
                .map(kafka::topic)
                .toList();
        var internal = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(group + "-") && name.endsWith("-repartition"))
                .toList();
        var topics = Stream.of(named, internal).flatMap(List::stream).toList();
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .collect(Collectors.toMap(Function.identity(), unused -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(partitions).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
