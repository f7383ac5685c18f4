// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the topology goes on, looked at before each start. A new application begins at the beginning of its inputs, and
 * that is committed at once, so that an offset that is missing later is one that was lost. Kafka would read such a topic
 * again from its beginning, or from where it now begins, onto stores that hold the first reading.
 */
final class StartingPoint {
    private static final Logger LOG = LoggerFactory.getLogger(StartingPoint.class);

    /** What the topology reads and did not make itself; the topics between its parts are purged behind it. */
    static final List<Topic<?>> INPUTS = List.of(Topics.ARTICLES, Topics.RETAG, Topics.STORY_CHANGES, Topics.OVERRIDES);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int EMPTY_POLLS = 25;

    private final KafkaAccess kafka;
    private final Admin admin;
    private final String group;

    private StartingPoint(KafkaAccess kafka, Admin admin, String group) {
        this.kafka = kafka;
        this.admin = admin;
        this.group = group;
    }

    /** @throws LostOffsetsException naming what happened and the mend */
    static void settle(KafkaAccess kafka, StreamsSettings settings) {
        try (var admin = kafka.admin()) {
            new StartingPoint(kafka, admin, kafka.id(settings.name())).settle();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the topology's offsets: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the topology's offsets were read", e);
        }
    }

    private void settle() throws ExecutionException, InterruptedException {
        var committed = committed();
        var inputs = inputs();
        var reached = new HashMap<>(committed);
        reached.keySet().retainAll(existing(committed.keySet()));
        checkRange(reached, inputs);
        var missing = new TreeMap<TopicPartition, OffsetAndMetadata>(StartingPoint::inOrder);
        offsets(inputs, OffsetSpec.earliest()).forEach((p, start) -> {
            if (!committed.containsKey(p)) {
                missing.put(p, new OffsetAndMetadata(start.offset()));
            }
        });
        for (var partition : missing.keySet()) {
            checkNew(partition, committed.isEmpty());
        }
        if (!missing.isEmpty()) {
            begin(missing);
        }
    }

    private static int inOrder(TopicPartition a, TopicPartition b) {
        var byTopic = a.topic().compareTo(b.topic());
        return byTopic == 0 ? Integer.compare(a.partition(), b.partition()) : byTopic;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        try {
            var all = new HashMap<>(admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get());
            all.values().removeIf(offset -> offset == null);
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return new HashMap<>();
            }
            throw e;
        }
    }

    private Set<TopicPartition> inputs() throws ExecutionException, InterruptedException {
        var names = INPUTS.stream().map(kafka::topic).toList();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                .collect(Collectors.toSet());
    }

    private Set<TopicPartition> existing(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        return partitions.stream().filter(p -> there.contains(p.topic())).collect(Collectors.toSet());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<TopicPartition> of, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(of.stream().collect(Collectors.toMap(p -> p, p -> spec)))
                .all()
                .get();
    }

    private static long of(TopicPartition partition, Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return Objects.requireNonNull(offsets.get(partition), partition::toString)
                .offset();
    }

    /** The topics between the parts are purged up to what is committed, also while this looks. */
    private void checkRange(Map<TopicPartition, OffsetAndMetadata> committed, Set<TopicPartition> inputs)
            throws ExecutionException, InterruptedException {
        var starts = offsets(committed.keySet(), OffsetSpec.earliest());
        var ends = offsets(committed.keySet(), OffsetSpec.latest());
        for (var at : committed.entrySet()) {
            var start = of(at.getKey(), starts);
            var end = of(at.getKey(), ends);
            var offset = at.getValue().offset();
            if (offset > end) {
                throw lost(
                        "group %s has read %s to %d, which now ends at %d: the topic was made anew, or the broker lost"
                                        .formatted(group, at.getKey(), offset, end)
                                + " what it had");
            }
            if (offset < start && inputs.contains(at.getKey())) {
                throw lost("group %s has read %s to %d, which now begins at %d: %d records were removed unread"
                        .formatted(group, at.getKey(), offset, start, start - offset));
            }
        }
    }

    /** An input without an offset is a new one, unless a store shows that it was read. */
    private void checkNew(TopicPartition input, boolean none) throws ExecutionException, InterruptedException {
        var isArticles = input.topic().equals(kafka.topic(Topics.ARTICLES));
        if (isArticles && hasRecords(new TopicPartition(changelog(), input.partition()))) {
            throw lost("group %s has no offset for %s%s, but has kept articles from it"
                    .formatted(group, input, none ? " nor for any other" : ""));
        }
    }

    private String changelog() {
        return group + "-" + KeepRevisions.STORE + "-changelog";
    }

    /** Committed ones: what an aborted transaction left behind shows nothing. */
    private boolean hasRecords(TopicPartition changelog) throws ExecutionException, InterruptedException {
        if (existing(Set.of(changelog)).isEmpty()) {
            return false;
        }
        try (var consumer = kafka.reader(Map.of())) {
            consumer.assign(List.of(changelog));
            consumer.seekToBeginning(List.of(changelog));
            var end = consumer.endOffsets(List.of(changelog)).getOrDefault(changelog, 0L);
            for (var empty = 0; empty < EMPTY_POLLS && consumer.position(changelog) < end; empty++) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private void begin(Map<TopicPartition, OffsetAndMetadata> beginnings)
            throws ExecutionException, InterruptedException {
        try {
            admin.alterConsumerGroupOffsets(group, beginnings).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException)) {
                throw e;
            }
            LOG.info("group {} is at work already; it has chosen where to begin", group);
        }
    }

    private LostOffsetsException lost(String what) {
        return new LostOffsetsException(what
                + ". Going on would count twice or leave out, so nothing is done: restore the group's offsets, or begin"
                + " anew under another topics.prefix (docs/operations.md, Lost offsets)");
    }
}
