// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.KafkaAccess;

/** Whether the broker answers (a consumer never says that it does not), and what it calls the topics. */
final class BrokerWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int PATIENCE_MS = 5_000;

    private final Admin admin;
    private final Outage outage;
    private final String address;
    private final InstantSource clock;
    private Instant asked = Instant.EPOCH;
    private @Nullable CompletableFuture<?> answer;

    BrokerWatch(KafkaAccess kafka, Outage outage, InstantSource clock) {
        this.admin = kafka.admin();
        this.address = kafka.bootstrap();
        this.outage = outage;
        this.clock = clock;
    }

    /** Call when a poll brought nothing; never waits. */
    void idle() {
        if (answer != null && answer.isDone()) {
            judge(answer);
            answer = null;
        } else if (answer == null && !clock.instant().isBefore(asked.plus(EVERY))) {
            asked = clock.instant();
            answer = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .toCompletionStage()
                    .toCompletableFuture();
        }
    }

    private void judge(CompletableFuture<?> done) {
        try {
            done.join();
            outage.over();
        } catch (CompletionException e) {
            outage.is(address + " does not answer (" + e.getCause() + ")");
        }
    }

    /** @throws KafkaException if the broker does not answer or does not have them all */
    Map<String, Uuid> ids(Collection<String> topics) {
        try {
            return admin
                    .describeTopics(topics)
                    .allTopicNames()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .collect(Collectors.toMap(TopicDescription::name, TopicDescription::topicId));
        } catch (ExecutionException e) {
            throw new KafkaException("cannot describe " + topics + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while topics were described", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
