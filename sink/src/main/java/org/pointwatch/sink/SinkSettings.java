// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import org.jspecify.annotations.Nullable;

/**
 * Where rows go, and how many at once.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}; its {@code currentSchema} decides where the tables are
 * @param batchSize most records in one transaction
 * @param instanceId static member id in the consumer group, so that a restart costs no rebalance; null for none
 */
public record SinkSettings(String jdbcUrl, String user, String password, int batchSize, @Nullable String instanceId) {
    public static final int DEFAULT_BATCH = 2_000;

    public SinkSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database url " + jdbcUrl + " is not PostgreSQL's: write jdbc:postgresql://host:port/database");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("sink batch size " + batchSize + " is below 1");
        }
    }

    public static SinkSettings of(String jdbcUrl, String user, String password) {
        return new SinkSettings(jdbcUrl, user, password, DEFAULT_BATCH, null);
    }

    public SinkSettings withInstanceId(@Nullable String id) {
        return new SinkSettings(jdbcUrl, user, password, batchSize, id);
    }

    public SinkSettings withBatchSize(int size) {
        return new SinkSettings(jdbcUrl, user, password, size, instanceId);
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
