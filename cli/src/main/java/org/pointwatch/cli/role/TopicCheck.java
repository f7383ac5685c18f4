// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.TopicPlan;

/** What must be so on the cluster before a role begins: it answers, and the topics are there as planned. */
public final class TopicCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    private static final Duration OFFSETS_KEPT = Duration.ofDays(3_650);
    private static final String OFFSETS_RETENTION = "offsets.retention.minutes";

    private final KafkaAccess kafka;
    private final TopicPlan plan;

    public TopicCheck(KafkaAccess kafka, Settings settings) {
        this.kafka = kafka;
        this.plan = new TopicPlan(
                kafka,
                settings.get(Keys.TOPICS_PARTITIONS),
                settings.get(Keys.TOPICS_REPLICATION).shortValue());
    }

    /** For commands: an answer within 15 s or a failure. */
    public void requireKafka() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var trouble = trouble();
        while (trouble != null && System.nanoTime() < end) {
            trouble = trouble();
        }
        if (trouble != null) {
            throw Failure.of("cannot reach Kafka at " + kafka.bootstrap() + " within " + PATIENCE.toSeconds() + " s: "
                    + trouble + ". Is it up there? Check kafka.bootstrap.servers and the other kafka.* keys");
        }
    }

    /** For roles: waits as long as it takes, and says so. */
    public void awaitKafka(Consumer<String> say) throws InterruptedException {
        var said = 0L;
        for (var trouble = trouble(); trouble != null; trouble = trouble()) {
            if (said == 0 || System.nanoTime() - said > SAY_EVERY.toNanos()) {
                say.accept("waiting for Kafka at " + kafka.bootstrap() + ": " + trouble);
                said = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        if (said != 0) {
            say.accept("Kafka at " + kafka.bootstrap() + " is there");
        }
    }

    /** For roles: waits until the topics exist; those of a wrong shape are a failure. */
    public void awaitTopics(Consumer<String> say) throws InterruptedException {
        awaitKafka(say);
        var said = 0L;
        for (var difference = compare(); !difference.none(); difference = compare()) {
            requireShape(difference);
            if (said == 0 || System.nanoTime() - said > SAY_EVERY.toNanos()) {
                say.accept("waiting for topics that are missing (" + names(difference.missing())
                        + "): create them with `pointwatch topics --apply`");
                said = System.nanoTime();
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Creates what is missing; returns how many. */
    public int create() {
        try (var admin = kafka.admin()) {
            var difference = plan.compare(admin);
            requireShape(difference);
            plan.create(admin, difference.missing());
            return difference.missing().size();
        }
    }

    public TopicPlan.Difference compare() {
        try (var admin = kafka.admin()) {
            return plan.compare(admin);
        }
    }

    /** For commands: they change what is on the topics, and leave making these to a command of its own. */
    public void requireTopics() {
        var missing = compare().missing();
        if (!missing.isEmpty()) {
            throw Failure.of("topics are missing at " + kafka.bootstrap() + " (" + names(missing)
                    + "): create them with `pointwatch topics --apply`");
        }
    }

    private String names(List<Topic<?>> topics) {
        return topics.stream().map(kafka::topic).collect(Collectors.joining(", "));
    }

    private static void requireShape(TopicPlan.Difference difference) {
        if (!difference.wrong().isEmpty()) {
            throw Failure.of(String.join("\n", difference.wrong()));
        }
    }

    /** A warning if the cluster forgets a group's offsets too early; null if all is well or it does not tell. */
    public @Nullable String offsetsForgotten() {
        try (var admin = kafka.admin()) {
            var node = admin.describeCluster().nodes().get().iterator().next();
            var resource = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            var entry = config == null ? null : config.get(OFFSETS_RETENTION);
            if (entry == null || Long.parseLong(entry.value()) >= OFFSETS_KEPT.toMinutes()) {
                return null;
            }
            return "the cluster forgets the offsets of a stopped group after " + entry.value() + " minutes: set "
                    + OFFSETS_RETENTION + " to " + OFFSETS_KEPT.toMinutes()
                    + " or more, or a long stop ends in an error";
        } catch (ExecutionException | KafkaException e) {
            return null; // not everyone may read a broker's configuration
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private @Nullable String trouble() {
        try (var admin = Admin.create(kafka.properties(
                Map.of("default.api.timeout.ms", (int) ANSWER.toMillis(), "request.timeout.ms", 4_000)))) {
            admin.describeCluster().nodes().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (TimeoutException e) {
            return "no answer";
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return String.valueOf(cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted while waiting for Kafka", e);
        }
    }
}
