// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.WaitingPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of one partition of the list, sent within the transaction that its shard has begun. */
record ShardRecords(KafkaAccess kafka, int partition, Producer<String, byte[]> producer, FetchMeters meters) {
    private static final Logger LOG = LoggerFactory.getLogger(ShardRecords.class);
    /** Room is left for headers and framing. */
    private static final int LARGEST_ARTICLE = Topics.LARGEST - (1 << 20);

    private static final int LARGEST_STATE = 1_000_000;
    private static final JsonSerde<FeedState> STATES = JsonSerde.of(Topics.FEEDS);
    private static final JsonSerde<Revision> ARTICLES = JsonSerde.of(Topics.ARTICLES);
    private static final JsonSerde<WaitingPage> PAGES = JsonSerde.of(Topics.PAGES);

    /** Its id fences a former owner of the partition. */
    static Producer<String, byte[]> producer(KafkaAccess kafka, int partition) {
        return kafka.producer(Map.of(
                "transactional.id", kafka.id("fetch-" + partition),
                "transaction.timeout.ms", 20_000,
                "max.block.ms", 10_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000));
    }

    void article(Revision revision) {
        var value = ARTICLES.encode(revision);
        if (value.length > LARGEST_ARTICLE) {
            meters.oversized();
            LOG.warn(
                    "article {} is not published: {} bytes are more than a record may have",
                    revision.id(),
                    value.length);
        } else {
            producer.send(new ProducerRecord<>(kafka.topic(Topics.ARTICLES), revision.id(), value));
        }
    }

    void state(FeedState state) {
        send(Topics.FEEDS, state.feed(), encoded(state));
    }

    void noState(String feed) {
        send(Topics.FEEDS, feed, null);
    }

    void page(WaitingPage page) {
        send(Topics.PAGES, page.key(), PAGES.encode(page));
    }

    void noPage(WaitingPage page) {
        send(Topics.PAGES, page.key(), null);
    }

    private void send(Topic<?> topic, String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(kafka.topic(topic), partition, key, value));
    }

    /** What is remembered of the feed shrinks until it fits into a record. */
    private static byte[] encoded(FeedState state) {
        var bytes = STATES.encode(state);
        if (bytes.length <= LARGEST_STATE || state.known().size() < 2) {
            return bytes;
        }
        var known = state.known();
        return encoded(state.change()
                .known(known.subList(known.size() / 2, known.size()))
                .done());
    }
}
