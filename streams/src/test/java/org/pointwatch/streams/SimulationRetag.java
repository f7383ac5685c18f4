// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Retag;

/**
 * Who applies a new dossier to what was tagged before: asks for every article, waits until all requests are handled, and
 * asks again for those that came since.
 */
final class SimulationRetag {
    private static final String ARTICLES = Stage.KAFKA.topic(Topics.ARTICLES);
    private static final String RETAG = Stage.KAFKA.topic(Topics.RETAG);

    private final SimulationBroker broker;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private byte[] request = new byte[0];
    private int rounds;

    SimulationRetag(SimulationBroker broker) {
        this.broker = broker;
    }

    void publish(DossierRecord dossier, long now) {
        var topic = Stage.KAFKA.topic(Topics.DOSSIERS);
        var key = dossier.id().getBytes(StandardCharsets.UTF_8);
        var value = JsonSerde.of(Topics.DOSSIERS).encode(dossier);
        var to = new TopicPartition(topic, broker.partition(key));
        var position = broker.append(to, key, value, now, null);
        request = JsonSerde.of(Topics.RETAG).encode(new Retag(dossier.id(), dossier.version(), position, 0));
    }

    /**
     * Returns whether both rounds are over.
     *
     * @param between what has happened when the second round begins: what arrives after it has begun is asked for no more
     */
    boolean goOn(long now, Runnable between) {
        if (rounds > 0 && !handled()) {
            return false;
        }
        if (rounds == 1) {
            between.run();
        }
        if (rounds < 2) {
            ask(now);
        }
        rounds++;
        return rounds > 2;
    }

    private void ask(long now) {
        for (var p = 0; p < broker.partitions(); p++) {
            var from = new TopicPartition(ARTICLES, p);
            var keys = new LinkedHashSet<String>();
            var position = read.getOrDefault(from, 0L);
            for (var next = broker.read(from, position); next != null; next = broker.read(from, position)) {
                position = next.offset() + 1;
                keys.add(new String(next.entry().key(), StandardCharsets.UTF_8));
            }
            read.put(from, position);
            for (var key : keys) {
                var bytes = key.getBytes(StandardCharsets.UTF_8);
                broker.append(new TopicPartition(RETAG, p), bytes, request, now, null);
            }
        }
    }

    private boolean handled() {
        for (var p = 0; p < broker.partitions(); p++) {
            var of = new TopicPartition(RETAG, p);
            if (broker.behind(of)) {
                return false;
            }
        }
        return true;
    }
}
