// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.SentimentScorer;

/**
 * What one instance of the topology needs to know.
 *
 * @param name of the application, put behind the topics' prefix: the group, the changelogs and the transactions
 * @param instance this instance's name in the group; static, so that a restart is no rebalance
 * @param stateDirectory where its stores are kept
 * @param dossier id of the dossier it follows
 * @param partitions of the topics keyed by article
 * @param commitInterval how often results become visible: every hop through a topic waits for it
 * @param sessionTimeout how long a killed instance is waited for
 * @param standbys copies of each store that other instances keep up, so that a take-over restores little
 * @param scorer judges the sentiment toward targets instead of the shipped model; null for that one
 * @param internalReplication of changelogs and repartition topics, -1 for the broker's default
 */
public record StreamsSettings(
        String name,
        String instance,
        Path stateDirectory,
        String dossier,
        int partitions,
        int threads,
        Duration commitInterval,
        Duration sessionTimeout,
        int internalReplication,
        int standbys,
        @Nullable SentimentScorer scorer) {
    public static final String DEFAULT_NAME = "process";

    /** Half of what a tenth of a second costs in commits, and the slowest hundredth is still counted within a second. */
    public static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

    /** Deltas to one coverage key are added up for this long before they travel. */
    static final Duration POST_EVERY = Duration.ofMillis(500);

    /** Without copies on other instances. */
    public StreamsSettings(
            String name,
            String instance,
            Path stateDirectory,
            String dossier,
            int partitions,
            int threads,
            Duration commitInterval,
            Duration sessionTimeout,
            int internalReplication) {
        this(
                name,
                instance,
                stateDirectory,
                dossier,
                partitions,
                threads,
                commitInterval,
                sessionTimeout,
                internalReplication,
                0,
                null);
    }

    public StreamsSettings withStandbys(int copies) {
        return new StreamsSettings(
                name,
                instance,
                stateDirectory,
                dossier,
                partitions,
                threads,
                commitInterval,
                sessionTimeout,
                internalReplication,
                copies,
                scorer);
    }

    /** @param judge null for the shipped model */
    public StreamsSettings withScorer(@Nullable SentimentScorer judge) {
        return new StreamsSettings(
                name,
                instance,
                stateDirectory,
                dossier,
                partitions,
                threads,
                commitInterval,
                sessionTimeout,
                internalReplication,
                standbys,
                judge);
    }

    public static StreamsSettings of(Path stateDirectory, String instance, String dossier, int partitions) {
        return new StreamsSettings(
                DEFAULT_NAME,
                instance,
                stateDirectory,
                dossier,
                partitions,
                2,
                COMMIT_INTERVAL,
                Duration.ofSeconds(10),
                -1);
    }
}
