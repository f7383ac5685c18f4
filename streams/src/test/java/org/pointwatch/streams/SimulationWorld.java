// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.article.Revision;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topic;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.DossierRecord;
import org.pointwatch.wire.record.Override;

/**
 * A small world in which everything happens: what arrives, in no order yet, and what must come of it depends on this set
 * alone.
 *
 * @param revisions every record of {@code articles}, some of them twice, some too late to count
 * @param poison values that are no article
 * @param dossier the second version, null if the first one stays
 */
record SimulationWorld(
        List<Revision> revisions,
        List<Override> decisions,
        List<byte[]> poison,
        @Nullable DossierRecord dossier,
        Instant start) {

    /** A record to come, or the new dossier, which has no topic. */
    record Arrival(@Nullable String topic, byte[] key, byte[] value) {}

    static SimulationWorld of(long seed) {
        return new SimulationNews(new Random(seed)).world();
    }

    /** Everything that arrives, in an order of its own. */
    List<Arrival> shuffled(Random random) {
        var all = new ArrayList<Arrival>();
        revisions.forEach(r -> all.add(
                arrival(Topics.ARTICLES, r.id(), JsonSerde.of(Topics.ARTICLES).encode(r))));
        decisions.forEach(d -> all.add(arrival(
                Topics.OVERRIDES, d.key(), JsonSerde.of(Topics.OVERRIDES).encode(d))));
        poison.forEach(bytes -> all.add(arrival(Topics.ARTICLES, "poison", bytes)));
        all.addAll(SimulationAlerts.arrivals(start));
        if (dossier != null) {
            all.add(new Arrival(null, new byte[0], new byte[0]));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static Arrival arrival(Topic<?> topic, String key, byte[] value) {
        return new Arrival(Stage.KAFKA.topic(topic), key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** The dossier that everything must have been tagged with in the end. */
    DossierRecord lastDossier() {
        return dossier == null ? Stage.smallDossier() : dossier;
    }

    /** Those that count: a state fetched beyond the horizon does not. */
    List<Revision> counted() {
        return revisions.stream()
                .filter(r -> Duration.between(r.firstSeen(), r.fetched()).compareTo(EventTime.HORIZON) <= 0)
                .toList();
    }

    Set<String> articles() {
        var ids = new TreeSet<String>();
        revisions.forEach(r -> ids.add(r.id()));
        return ids;
    }

    /** The same without an article and what was decided about it. */
    SimulationWorld without(String article) {
        return new SimulationWorld(
                revisions.stream().filter(r -> !r.id().equals(article)).toList(),
                decisions.stream()
                        .filter(d -> !d.subject().equals(article) && !article.equals(d.with()))
                        .toList(),
                poison,
                dossier,
                start);
    }

    SimulationWorld withoutDecisions() {
        return new SimulationWorld(revisions, List.of(), poison, dossier, start);
    }

    SimulationWorld withoutPoison() {
        return new SimulationWorld(revisions, decisions, List.of(), dossier, start);
    }

    SimulationWorld withoutDossier() {
        return new SimulationWorld(revisions, decisions, poison, null, start);
    }
}
