// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;

/**
 * Whether the cluster keeps articles, the replay source, for as long as a change can still count, and takes messages as
 * large as a text can be, on our topics and on those that Kafka Streams made for us. What the user may not read is not
 * checked.
 */
final class TopicLimits {
    /** A change counts for the horizon; a week more is left for a replay. */
    static final Duration ARTICLES_LEAST = EventTime.HORIZON.plusDays(7);

    private final Admin admin;

    TopicLimits(Admin admin) {
        this.admin = admin;
    }

    /** What is wrong, in words, each with its mend. */
    List<String> problems(KafkaAccess kafka) {
        var problems = new ArrayList<String>();
        var articles = kafka.topic(Topics.ARTICLES);
        configs(checked(kafka)).forEach((topic, config) -> {
            if (topic.equals(articles)) {
                checkRetention(topic, number(config, "retention.ms"), problems);
            }
            checkSize(topic, number(config, "max.message.bytes"), problems);
        });
        return problems;
    }

    private Set<String> checked(KafkaAccess kafka) {
        var ours = Topics.OF_TEXTS.stream().map(kafka::topic).collect(Collectors.toSet());
        return read("the topics", () -> admin.listTopics().names().get()).stream()
                .filter(t -> ours.contains(t) || t.startsWith(kafka.prefix()) && madeByStreams(t))
                .collect(Collectors.toSet());
    }

    private static boolean madeByStreams(String topic) {
        return Stream.of("-changelog", "-repartition").anyMatch(topic::endsWith);
    }

    private static void checkRetention(String topic, @Nullable Long kept, List<String> problems) {
        if (kept != null && kept >= 0 && kept < ARTICLES_LEAST.toMillis()) {
            problems.add("topic %s keeps articles for %d days, at least %d are needed: set its retention.ms to %d"
                    .formatted(
                            topic,
                            Duration.ofMillis(kept).toDays(),
                            ARTICLES_LEAST.toDays(),
                            ARTICLES_LEAST.toMillis()));
        }
    }

    private static void checkSize(String topic, @Nullable Long most, List<String> problems) {
        if (most != null && most < Topics.LARGEST) {
            problems.add(
                    "topic %s takes messages of %d bytes at most, a text may need %d: set its max.message.bytes to %d"
                            .formatted(topic, most, Topics.LARGEST, Topics.LARGEST));
        }
    }

    private static @Nullable Long number(Config config, String key) {
        var entry = config.get(key);
        var value = entry == null ? null : entry.value();
        return value == null ? null : Long.valueOf(value);
    }

    private Map<String, Config> configs(Set<String> topics) {
        var asked = topics.stream()
                .map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t))
                .toList();
        try {
            return read(
                            "settings of topics",
                            () -> admin.describeConfigs(asked).all().get())
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(c -> c.getKey().name(), Map.Entry::getValue));
        } catch (WireException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof AuthorizationException) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Something that asks the cluster. */
    private interface Question<A> {
        A ask() throws ExecutionException, InterruptedException;
    }

    private static <A> A read(String what, Question<A> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new WireException("cannot read " + what + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while the cluster's settings were read", e);
        }
    }
}
