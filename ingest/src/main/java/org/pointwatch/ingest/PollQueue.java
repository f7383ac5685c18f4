// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.url.Domains;

/** Which feed is due, one request at a time for each registrable domain and a pause between two. Not thread-safe. */
final class PollQueue {
    /** @param at when the feed may be asked */
    private record Due(String feed, String host, Instant at, long order) {}

    private final Duration spacing;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Map<String, Due> current = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();
    private long order;

    PollQueue(Duration spacing) {
        this.spacing = spacing;
    }

    /** @param address what is asked for it, which tells the host */
    void schedule(String feed, String address, Instant at) {
        var entry = new Due(feed, Domains.ofUrl(address), at, order++);
        current.put(feed, entry);
        due.add(entry);
    }

    void remove(String feed) {
        current.remove(feed);
    }

    int size() {
        return current.size();
    }

    /** The next feed to ask, its host taken until {@link #done}; null if there is none now. */
    @Nullable
    String take(Instant now) {
        for (var head = due.peek(); head != null && !head.at().isAfter(now); head = due.peek()) {
            due.remove();
            if (!head.equals(current.get(head.feed()))) {
                continue;
            }
            var host = hosts.computeIfAbsent(head.host(), h -> new Host());
            if (host.busy) {
                host.waiting.add(head);
            } else if (now.isBefore(host.free)) {
                reschedule(head, host.free);
            } else {
                host.busy = true;
                host.free = now.plus(spacing);
                current.remove(head.feed());
                asked.put(head.feed(), head.host());
                return head.feed();
            }
        }
        return null;
    }

    /** The request to this feed's host has ended. */
    void done(String feed) {
        var name = asked.remove(feed);
        var host = name == null ? null : hosts.get(name);
        if (host != null) {
            host.busy = false;
            due.addAll(host.waiting);
            host.waiting.clear();
        }
    }

    /** Nothing is asked of this address's host before that time. */
    void hold(String address, Instant until) {
        var host = hosts.computeIfAbsent(Domains.ofUrl(address), h -> new Host());
        host.free = until.isAfter(host.free) ? until : host.free;
    }

    private void reschedule(Due entry, Instant at) {
        var later = new Due(entry.feed(), entry.host(), at, entry.order());
        current.put(entry.feed(), later);
        due.add(later);
    }

    private static final class Host {
        private boolean busy;
        private Instant free = Instant.MIN;
        private final Deque<Due> waiting = new ArrayDeque<>();
    }
}
