// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach Kafka, and what our topics are called there.
 *
 * @param bootstrap {@code host:port,...}
 * @param prefix put before every topic name
 * @param raw any Kafka key of the user's (SASL, TLS, ...), applied last
 * @param sourcePrefix put before {@code articles} and {@code overrides} instead, which a shadow shares with the installation
 *     that it is made from; else the same as {@code prefix}
 */
public record KafkaAccess(String bootstrap, String prefix, Map<String, String> raw, String sourcePrefix) {
    public static final String DEFAULT_PREFIX = "pointwatch-";

    public KafkaAccess(String bootstrap, String prefix, Map<String, String> raw) {
        this(bootstrap, prefix, raw, prefix);
    }

    public static KafkaAccess of(String bootstrap) {
        return new KafkaAccess(bootstrap, DEFAULT_PREFIX, Map.of());
    }

    /** What everything else follows from. */
    private static boolean isSource(Topic<?> topic) {
        return topic.equals(Topics.ARTICLES) || topic.equals(Topics.OVERRIDES);
    }

    public String topic(Topic<?> topic) {
        return (isSource(topic) ? sourcePrefix : prefix) + topic.name();
    }

    /** Topics, groups and transactions of its own under another prefix, from the same articles and overrides. */
    public KafkaAccess shadow(String itsPrefix) {
        return new KafkaAccess(bootstrap, itsPrefix, raw, sourcePrefix);
    }

    /** Group ids, transactional ids and application ids all begin with the prefix, so that one ACL covers them. */
    public String id(String name) {
        return prefix + name;
    }

    /** Properties for a client that is none of the below, such as Streams: addresses, {@code own}, then the raw keys. */
    public Properties properties(Map<String, ?> own) {
        var all = new Properties();
        all.putAll(settings(own));
        return all;
    }

    public Admin admin() {
        return Admin.create(settings(Map.of()));
    }

    /**
     * A consumer of committed records only, without automatic commits; {@code own} adds group id and limits. A message larger
     * than what is asked for at a time still comes: limits on fetching shape batches only.
     */
    public Consumer<String, byte[]> consumer(Map<String, ?> own) {
        var all = new HashMap<String, Object>(Map.of(
                "isolation.level", "read_committed", "enable.auto.commit", false, "auto.offset.reset", "earliest"));
        all.putAll(own);
        return new KafkaConsumer<>(settings(all), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * As above, for reading what a topic holds now, and no more. A closing consumer waits for the answer to its last request,
     * which at the end of a topic Kafka keeps back, for half a second unless told otherwise.
     */
    public Consumer<String, byte[]> reader(Map<String, ?> own) {
        var all = new HashMap<String, Object>(Map.of("fetch.max.wait.ms", 10));
        all.putAll(own);
        return consumer(all);
    }

    /** An idempotent producer; {@code own} adds the transactional id. */
    public Producer<String, byte[]> producer(Map<String, ?> own) {
        var all = new HashMap<String, Object>(
                Map.of("acks", "all", "enable.idempotence", true, "compression.type", "lz4", "linger.ms", 5));
        all.put("max.request.size", Topics.LARGEST); // counted before compression; the broker limits what it gets
        all.putAll(own);
        return new KafkaProducer<>(settings(all), new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> settings(Map<String, ?> own) {
        var all = new HashMap<String, Object>(own);
        all.put("bootstrap.servers", bootstrap);
        all.putAll(raw);
        return all;
    }
}
