// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.pointwatch.domain.story.StoryLinks;

/**
 * Links between articles as keys of a store, one key a link, so that no value grows with a story. Changes are held back
 * until {@link #write}, so that a step that fails has stored nothing.
 */
final class StoreLinks implements StoryLinks {
    private static final String GAP = "\u001f";
    private static final byte[] THERE = {1};
    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, byte[]> store;
    private final NavigableMap<String, Boolean> changes = new TreeMap<>();

    StoreLinks(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Drops what a step that failed has left. */
    void begin() {
        changes.clear();
    }

    void write() {
        changes.forEach((key, there) -> {
            if (there) {
                store.put(key, THERE);
            } else {
                store.delete(key);
            }
        });
        changes.clear();
    }

    /** Drops every link under an article, and returns how many there were. */
    int forget(String article) {
        var keys = new ArrayList<String>();
        for (var kind : List.of("f", "m", "a")) {
            try (var found = store.prefixScan(key(kind, article, ""), KEYS)) {
                found.forEachRemaining(link -> keys.add(link.key));
            }
        }
        keys.forEach(store::delete);
        return keys.size();
    }

    @Override
    public void addFollower(String article, String follower) {
        changes.put(key("f", article, follower), true);
    }

    @Override
    public List<String> followers(String article) {
        var all = new TreeSet<>(last(key("f", article, ""), Integer.MAX_VALUE));
        for (var tail : last(key("m", article, ""), Integer.MAX_VALUE)) {
            all.add(member(tail.substring(tail.indexOf(GAP) + 1)).article());
        }
        return List.copyOf(all);
    }

    @Override
    public void addAttached(String article, String attached) {
        changes.put(key("a", article, attached), true);
    }

    @Override
    public List<String> attached(String article) {
        return last(key("a", article, ""), Integer.MAX_VALUE);
    }

    @Override
    public void addMember(String original, String outlet, Member member) {
        changes.put(memberKey(original, outlet, member), true);
    }

    @Override
    public void removeMember(String original, String outlet, Member member) {
        changes.put(memberKey(original, outlet, member), false);
    }

    @Override
    public List<Member> firstTwo(String original, String outlet) {
        return last(key("m", original, outlet, ""), 2).stream()
                .map(StoreLinks::member)
                .toList();
    }

    private static String memberKey(String original, String outlet, Member member) {
        return key("m", original, outlet, sortable(member.time()) + " " + member.article());
    }

    /** Seconds and nanoseconds, zero-padded: text order is time order. */
    private static String sortable(Instant time) {
        return String.format("%020d.%09d", time.getEpochSecond() - Instant.MIN.getEpochSecond(), time.getNano());
    }

    private static Member member(String tail) {
        var space = tail.indexOf(' ');
        var dot = tail.indexOf('.');
        var seconds = Long.parseLong(tail.substring(0, dot)) + Instant.MIN.getEpochSecond();
        var nanos = Long.parseLong(tail.substring(dot + 1, space));
        return new Member(Instant.ofEpochSecond(seconds, nanos), tail.substring(space + 1));
    }

    private static String key(String... parts) {
        return String.join(GAP, parts);
    }

    /** The ends of the first keys with a prefix, the changes held back included. */
    private List<String> last(String prefix, int most) {
        var held = changes.subMap(prefix, prefix + Character.MAX_VALUE);
        var keys = new TreeMap<String, Boolean>();
        try (var found = store.prefixScan(prefix, KEYS)) {
            while (found.hasNext() && keys.size() < most + held.size()) {
                keys.put(found.next().key, true);
            }
        }
        keys.putAll(held);
        var out = new ArrayList<String>();
        for (Map.Entry<String, Boolean> key : keys.entrySet()) {
            if (key.getValue() && out.size() < most) {
                out.add(key.getKey().substring(prefix.length()));
            }
        }
        return out;
    }
}
