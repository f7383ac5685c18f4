// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** How a record that cannot be handled is set aside: its bytes untouched, the reason in headers. */
public final class DeadLetter {
    /** Why, in words. */
    public static final String REASON = "reason";

    /** The stage that gave up, such as {@code decode} or {@code tag}. */
    public static final String STAGE = "stage";

    /** Where it came from, as {@code topic/partition@offset}. */
    public static final String ORIGIN = "origin";

    private static final int LONGEST_REASON = 2_000;

    private DeadLetter() {}

    public static String origin(String topic, int partition, long offset) {
        return topic + "/" + partition + "@" + offset;
    }

    public static <K> ProducerRecord<K, byte[]> record(
            String deadLetterTopic,
            @Nullable K key,
            byte @Nullable [] bytes,
            String stage,
            String reason,
            String origin) {
        List<Header> headers = List.of(
                header(REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))),
                header(STAGE, stage),
                header(ORIGIN, origin));
        return new ProducerRecord<>(deadLetterTopic, null, key, bytes, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
