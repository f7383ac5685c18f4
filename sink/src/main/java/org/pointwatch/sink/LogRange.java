// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import org.apache.kafka.common.TopicPartition;

/** Whether a partition still has what the database waits for. */
final class LogRange {
    private LogRange() {}

    /**
     * @param next the first offset that is not stored, 0 if nothing ever was: a new database begins where the log begins
     * @param begin of the log
     * @param end of what is committed in the log
     */
    static void require(TopicPartition partition, long next, long begin, long end) {
        if (next > 0 && next < begin) {
            throw new SinkException(
                    SinkException.Kind.RECORDS_GONE,
                    ("%s begins at offset %d, the database waits for %d: the records in between are gone, such as after"
                                    + " the restore of an old database. Run SELECT reseed('%s') if what the topic holds"
                                    + " is enough, else replay")
                            .formatted(partition, begin, next, partition.topic()));
        }
        if (next > end) {
            throw new SinkException(
                    SinkException.Kind.BROKER_BEHIND,
                    ("%s ends at offset %d, the database has stored up to %d: the broker lost records, or an old copy of"
                                    + " it was restored. Restore the broker's data; or run SELECT reseed('%s') to fill"
                                    + " the table again from what the topic holds")
                            .formatted(partition, end, next, partition.topic()));
        }
    }
}
