// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Kafka's settings for one node on a laptop. Retention and segment sizes are left to the topics. */
final class BrokerConfig {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** A group that pauses for years must find its offsets again: a reset would count twice or not at all. */
    static final int OFFSETS_RETENTION_MINUTES = 10 * 366 * 24 * 60;

    private static final Map<String, Object> ONE_NODE = Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            NODE,
            "controller.listener.names",
            CONTROLLER,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
            "inter.broker.listener.name",
            "PLAINTEXT",
            // A node killed and started again must wait for its own old registration to expire.
            "broker.session.timeout.ms",
            2_000,
            "broker.heartbeat.interval.ms",
            500);

    private static final Map<String, Object> NO_REPLICAS = Map.of(
            "default.replication.factor", 1,
            "min.insync.replicas", 1,
            "offsets.topic.replication.factor", 1,
            "transaction.state.log.replication.factor", 1,
            "transaction.state.log.min.isr", 1,
            "share.coordinator.state.topic.replication.factor", 1,
            "share.coordinator.state.topic.min.isr", 1);

    private static final Map<String, Object> PROMISES = Map.of(
            "offsets.retention.minutes",
            OFFSETS_RETENTION_MINUTES,
            "group.initial.rebalance.delay.ms",
            0,
            "auto.create.topics.enable",
            false);

    /** 36 MB of heap instead of 160: measured. */
    private static final Map<String, Object> SMALL = Map.of(
            "offsets.topic.num.partitions", 4,
            "transaction.state.log.num.partitions", 4,
            "share.coordinator.state.topic.num.partitions", 1,
            "num.network.threads", 2,
            "num.io.threads", 4,
            "background.threads", 2,
            "log.cleaner.threads", 1,
            "log.cleaner.dedupe.buffer.size", 4L << 20);

    private BrokerConfig() {}

    static Properties of(Path logs, Address listener, String advertisedHost) {
        var controller = new Address(Address.LOOPBACK, ListeningPort.anyFree(Address.LOOPBACK));
        var config = new Properties();
        for (var group : new Map<?, ?>[] {ONE_NODE, NO_REPLICAS, PROMISES, SMALL}) {
            group.forEach((key, value) -> config.setProperty(key.toString(), value.toString()));
        }
        config.setProperty("log.dirs", logs.toString());
        config.setProperty("listeners", "PLAINTEXT://" + listener + "," + CONTROLLER + "://" + controller);
        config.setProperty("advertised.listeners", "PLAINTEXT://" + new Address(advertisedHost, listener.port()));
        config.setProperty("controller.quorum.voters", NODE + "@" + controller);
        return config;
    }
}
