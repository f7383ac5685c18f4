// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.KafkaAccess;
import org.pointwatch.wire.Topics;

/** Publishes made-up news, also while the broker is away: what was sent arrives once. */
final class Newsroom implements AutoCloseable {
    private final News news;
    private final KafkaAccess kafka;
    private final Producer<String, byte[]> producer;
    private final Queue<Future<RecordMetadata>> sent = new ArrayDeque<>();
    private int published;

    Newsroom(News news, KafkaAccess kafka) {
        this.news = news;
        this.kafka = kafka;
        producer = kafka.producer(Map.of(
                "delivery.timeout.ms", 300_000,
                "request.timeout.ms", 5_000,
                "max.block.ms", 300_000,
                "reconnect.backoff.max.ms", 200,
                "retry.backoff.max.ms", 200));
    }

    void publish(int revisions) {
        var serde = JsonSerde.of(Topics.ARTICLES);
        for (var i = 0; i < revisions; i++) {
            var revision = news.next();
            sent.add(producer.send(
                    new ProducerRecord<>(kafka.topic(Topics.ARTICLES), revision.id(), serde.encode(revision))));
        }
        published += revisions;
    }

    int published() {
        return published;
    }

    /** Returns when all is on the broker. */
    void confirm() throws ExecutionException, InterruptedException {
        producer.flush();
        for (var next = sent.poll(); next != null; next = sent.poll()) {
            next.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
