// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the contract. Keys are plain strings.
 *
 * @param name without prefix
 * @param key what the key is, in words
 * @param value the type its JSON decodes to
 * @param retention for topics cleaned by time; null where the broker keeps the last value of each key for good
 * @param partitioning topics of one group have the same number of partitions, fixed at creation
 * @param meaning one sentence for people
 */
public record Topic<V>(
        String name,
        String key,
        Class<V> value,
        Cleanup cleanup,
        @Nullable Duration retention,
        Partitioning partitioning,
        String meaning) {

    /** What the broker may remove. */
    public enum Cleanup {
        COMPACT("compact"),
        COMPACT_DELETE("compact,delete"),
        TIME("delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** The value of {@code cleanup.policy}. */
        public String policy() {
            return policy;
        }
    }

    /** Which topics must agree in their number of partitions. */
    public enum Partitioning {
        BY_ARTICLE,
        BY_DOMAIN,
        BY_TARGET,
        SINGLE
    }
}
