// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pointwatch.embedded.BrokerSettings;
import org.pointwatch.embedded.EmbeddedBroker;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.TopicPlan;
import org.pointwatch.wire.Topics;

/**
 * A real broker, one for each JVM; each test class has topics of its own under a fresh prefix, created by the plan.
 *
 * <p>{@code @RegisterExtension static final BrokerExtension BROKER = new BrokerExtension();} A {@code @Nested} class
 * shares its outer class's topics.
 */
public final class BrokerExtension implements BeforeAllCallback {
    private static final AtomicInteger PREFIXES = new AtomicInteger();
    /** A client that closes waits for Kafka to answer its last request; 500 ms for each would make minutes. */
    private static final Map<String, String> CLIENTS = Map.of("fetch.max.wait.ms", "50");

    private final int partitions;
    private @Nullable String bootstrap;
    private @Nullable KafkaAccess kafka;

    public BrokerExtension() {
        this(TopicPlan.DEFAULT_PARTITIONS);
    }

    public BrokerExtension(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (PerJvm.outermost(context)) {
            var running = PerJvm.get(context, Running.class, Running::start);
            bootstrap = running.broker().bootstrapServers();
            kafka = null;
        }
    }

    /** Where the class's topics are; made when first asked for. */
    public synchronized KafkaAccess kafka() {
        if (kafka == null) {
            kafka = fresh();
        }
        return kafka;
    }

    /** Another set of topics on the same broker, for one test that must not meet the others. */
    public KafkaAccess fresh() {
        if (bootstrap == null) {
            throw new IllegalStateException("a BrokerExtension works as a static field with @RegisterExtension");
        }
        var access = new KafkaAccess(bootstrap, "t" + PREFIXES.incrementAndGet() + "-", CLIENTS);
        try (var admin = access.admin()) {
            new TopicPlan(access, partitions, (short) 1).create(admin, List.copyOf(Topics.EVERY));
        }
        return access;
    }

    private record Running(Scratch directory, EmbeddedBroker broker) implements AutoCloseable {
        static Running start() {
            var directory = Scratch.make("broker");
            return new Running(directory, EmbeddedBroker.start(BrokerSettings.in(directory.path())));
        }

        @Override
        public void close() {
            broker.close();
            directory.close();
        }
    }
}
