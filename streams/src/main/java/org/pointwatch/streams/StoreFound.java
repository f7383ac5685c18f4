// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;

/**
 * What shards have found for an article, one key a match. Matches come one after the other, and a list that was written
 * whole for each of them was nearly all that the topology wrote.
 */
final class StoreFound {
    private static final String GAP = "\u001f";
    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, Match> store;

    /** Where a list belongs: a revision of the article and the shard that found it. */
    private record Place(String revision, int shard) {
        static Place of(Matches m) {
            return new Place(m.revision(), m.shard());
        }
    }

    StoreFound(KeyValueStore<String, Match> store) {
        this.store = store;
    }

    /** In order of (revision, shard), and in each from the earliest on: the order of the keys. */
    List<Matches> of(String article) {
        var all = new ArrayList<Matches>();
        var list = new ArrayList<Match>();
        Place place = null;
        try (var found = store.prefixScan(article + GAP, KEYS)) {
            while (found.hasNext()) {
                var next = found.next();
                var its = place(next);
                if (!its.equals(place)) {
                    add(all, article, place, list);
                    place = its;
                }
                list.add(next.value);
            }
        }
        add(all, article, place, list);
        return List.copyOf(all);
    }

    private static void add(List<Matches> all, String article, @Nullable Place place, List<Match> list) {
        if (place != null) {
            all.add(new Matches(article, place.revision(), place.shard(), true, List.copyOf(list)));
            list.clear();
        }
    }

    private static Place place(KeyValue<String, Match> entry) {
        var parts = entry.key.split(GAP, 4);
        return new Place(parts[1], Integer.parseInt(parts[2]));
    }

    /** Writes what is otherwise than before. */
    void write(String article, List<Matches> before, List<Matches> after) {
        for (var was : before) {
            if (after.stream().noneMatch(m -> Place.of(m).equals(Place.of(was)))) {
                was.earlier().forEach(match -> store.delete(key(article, was, match)));
            }
        }
        for (var is : after) {
            var was = before.stream()
                    .filter(m -> Place.of(m).equals(Place.of(is)))
                    .findFirst();
            if (was.isEmpty()) {
                is.earlier().forEach(match -> store.put(key(article, is, match), match));
            } else if (!was.get().equals(is)) {
                write(article, was.get(), is);
            }
        }
    }

    private void write(String article, Matches was, Matches is) {
        var old = new HashSet<>(was.earlier());
        var left = new HashSet<>(was.earlier());
        is.earlier().forEach(left::remove);
        left.forEach(match -> store.delete(key(article, was, match)));
        is.earlier().stream().filter(m -> !old.contains(m)).forEach(m -> store.put(key(article, is, m), m));
    }

    /** Returns how many there were. */
    int forget(String article) {
        var keys = new ArrayList<String>();
        try (var found = store.prefixScan(article + GAP, KEYS)) {
            found.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(store::delete);
        return keys.size();
    }

    /** Milliseconds shifted and zero-padded: the order of texts is that of times. */
    private static String key(String article, Matches in, Match m) {
        var time = Long.toString((1L << 60) + m.time().toEpochMilli());
        return String.join(GAP, article, in.revision(), Integer.toString(in.shard()), time, m.article(), m.revision());
    }
}
