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

    /** Bytes that fit with key and headers; larger ones are left where they came from, which the reason says. */
    private static final int MOST_BYTES = Topics.LARGEST - (64 << 10);

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
        if (bytes != null && bytes.length > MOST_BYTES) {
            var why = "(its " + bytes.length + " bytes are too many to be kept here) " + reason;
            return new ProducerRecord<>(deadLetterTopic, null, key, null, headers(stage, why, origin));
        }
        return new ProducerRecord<>(deadLetterTopic, null, key, bytes, headers(stage, reason, origin));
    }

    /** What a dead letter says about itself, for one that is sent in another way. */
    public static List<Header> headers(String stage, String reason, String origin) {
        return List.of(
                header(REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))),
                header(STAGE, stage),
                header(ORIGIN, origin));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
