// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Another sink has taken partitions over since we claimed them: nothing of the batch may be stored. */
final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<TopicPartition> partitions;

    FencedException(Set<TopicPartition> partitions) {
        super("taken over by another sink: " + partitions, null, false, false);
        this.partitions = Set.copyOf(partitions);
    }

    Set<TopicPartition> partitions() {
        return partitions;
    }
}
