// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a row, or as what is wrong with it. */
sealed interface Decoded permits Row, Decoded.Bad {
    ConsumerRecord<String, byte[]> source();

    /**
     * For the dead letters.
     *
     * @param stage decode or store
     * @param reason one of a few words, for counters
     * @param detail the reason in full
     */
    record Bad(ConsumerRecord<String, byte[]> source, String stage, String reason, String detail) implements Decoded {}
}
