// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where rows go, how many at once, and how long they stay.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}; its {@code currentSchema} decides where the tables are
 * @param batchSize most records in one transaction
 * @param instanceId static member id in the consumer group, so that a restart costs no rebalance; null for none
 * @param retention how long findings, stories, mentions and coverage are kept by event time; zero for good
 */
public record SinkSettings(
        String jdbcUrl, String user, String password, int batchSize, @Nullable String instanceId, Duration retention) {
    public static final int DEFAULT_BATCH = 4_000;
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

    public SinkSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database url " + jdbcUrl + " is not PostgreSQL's: write jdbc:postgresql://host:port/database");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("sink batch size " + batchSize + " is below 1");
        }
        if (retention.isNegative()) {
            throw new IllegalArgumentException("retention " + retention + " is below 0; 0 keeps rows for good");
        }
    }

    public static SinkSettings of(String jdbcUrl, String user, String password) {
        return new SinkSettings(jdbcUrl, user, password, DEFAULT_BATCH, null, DEFAULT_RETENTION);
    }

    public SinkSettings withInstanceId(@Nullable String id) {
        return new SinkSettings(jdbcUrl, user, password, batchSize, id, retention);
    }

    public SinkSettings withBatchSize(int size) {
        return new SinkSettings(jdbcUrl, user, password, size, instanceId, retention);
    }

    public SinkSettings withRetention(Duration other) {
        return new SinkSettings(jdbcUrl, user, password, batchSize, instanceId, other);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "SinkSettings[" + place() + " as " + user + ", batches of " + batchSize + "]";
    }

    /** The URL without its parameters, which may hold a password. */
    String place() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }
}
