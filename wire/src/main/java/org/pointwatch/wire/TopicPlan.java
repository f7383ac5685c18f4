// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * What the topics must look like on a broker, compared with what is there.
 *
 * @param partitions of every topic but those of a single partition
 * @param replication -1 takes the broker's default
 */
public record TopicPlan(KafkaAccess kafka, int partitions, short replication) {
    public static final int DEFAULT_PARTITIONS = 6;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** @param missing to be created; @param wrong in words, each with its mend */
    public record Difference(List<Topic<?>> missing, List<String> wrong) {
        public boolean none() {
            return missing.isEmpty() && wrong.isEmpty();
        }
    }

    public Difference compare(Admin admin) {
        var there = describe(admin);
        var missing = new ArrayList<Topic<?>>();
        var wrong = new ArrayList<String>();
        for (var topic : Topics.EVERY) {
            var found = there.get(kafka.topic(topic));
            if (found == null) {
                missing.add(topic);
            } else if (found.partitions().size() != partitionsOf(topic)) {
                wrong.add(
                        "topic %s has %d partitions, %d wanted: the number is fixed at creation, so set topics.partitions, or take another topics.prefix and replay"
                                .formatted(found.name(), found.partitions().size(), partitionsOf(topic)));
            }
        }
        wrong.addAll(new TopicLimits(admin).problems(kafka));
        return new Difference(missing, wrong);
    }

    /** Creates what is missing; what is there already stays as it is. */
    public void create(Admin admin, List<Topic<?>> missing) {
        for (var future : admin.createTopics(
                        missing.stream().map(this::newTopic).toList())
                .values()
                .values()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new WireException("cannot create a topic: " + e.getMessage(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WireException("interrupted while topics were created", e);
            }
        }
        awaitLeaders(admin, missing);
    }

    /** A created topic has no leader yet; asking for its offsets waits until it has. */
    private void awaitLeaders(Admin admin, List<Topic<?>> created) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : created) {
            for (var partition = 0; partition < partitionsOf(topic); partition++) {
                asked.put(new TopicPartition(kafka.topic(topic), partition), OffsetSpec.earliest());
            }
        }
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!led(admin, asked, System.nanoTime() > deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean led(Admin admin, Map<TopicPartition, OffsetSpec> asked, boolean last) {
        try {
            admin.listOffsets(asked).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && !last) {
                return false;
            }
            throw new WireException("the topics were created but have no leader: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while waiting for the topics' leaders", e);
        }
    }

    private NewTopic newTopic(Topic<?> topic) {
        var config = new HashMap<String, String>();
        config.put("cleanup.policy", topic.cleanup().policy());
        config.put("message.timestamp.type", "CreateTime");
        if (Topics.OF_TEXTS.contains(topic)) {
            config.put("max.message.bytes", Integer.toString(Topics.LARGEST));
        }
        if (topic.retention() != null) {
            config.put("retention.ms", Long.toString(topic.retention().toMillis()));
        }
        var copies = replication < 0 ? Optional.<Short>empty() : Optional.of(replication);
        return new NewTopic(kafka.topic(topic), Optional.of(partitionsOf(topic)), copies).configs(config);
    }

    private int partitionsOf(Topic<?> topic) {
        return topic.partitioning() == Topic.Partitioning.SINGLE ? 1 : partitions;
    }

    private Map<String, TopicDescription> describe(Admin admin) {
        try {
            Set<String> names = admin.listTopics().names().get();
            var ours = Topics.EVERY.stream()
                    .map(kafka::topic)
                    .filter(names::contains)
                    .collect(Collectors.toSet());
            return admin.describeTopics(ours).allTopicNames().get();
        } catch (ExecutionException e) {
            throw new WireException("cannot read the topics of " + kafka.bootstrap() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while topics were read", e);
        }
    }
}
