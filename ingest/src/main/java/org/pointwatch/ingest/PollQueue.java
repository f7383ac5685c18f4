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
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.url.Domains;

/**
 * Which feed is due, one request at a time for each registrable domain and a pause between two, and likewise for each
 * address as far as it is known. Not thread-safe.
 */
final class PollQueue {
    /**
     * @param at when the feed may be asked
     * @param doubtful whether it failed last time, and may take long to fail again
     */
    private record Due(String feed, String host, Instant at, long order, boolean doubtful) {}

    private final Duration spacing;
    private final AddressGate gate;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Map<String, Due> current = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Due> asked = new HashMap<>();
    private final Deque<Due> parked = new ArrayDeque<>();
    private final int mostDoubtful;
    private int doubtfulAsked;
    private long order;

    /** @param mostDoubtful feeds that failed last time which are asked at once */
    PollQueue(Duration spacing, int mostDoubtful) {
        this(spacing, mostDoubtful, AddressGate.OPEN);
    }

    /** @param gate to which a domain's turn is given back in {@link #done} */
    PollQueue(Duration spacing, int mostDoubtful, AddressGate gate) {
        this.spacing = spacing;
        this.gate = gate;
        this.mostDoubtful = mostDoubtful;
    }

    /** @param address what is asked for it, which tells the host */
    void schedule(String feed, String address, Instant at, boolean doubtful) {
        var entry = new Due(feed, Domains.ofUrl(address), at, order++, doubtful);
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
            if (head.doubtful() && doubtfulAsked >= mostDoubtful) {
                parked.add(head);
            } else if (host.busy) {
                host.waiting.add(head);
            } else if (now.isBefore(host.free)) {
                reschedule(head, host.free);
            } else if (!hasTurn(head, now)) {
                continue;
            } else {
                host.busy = true;
                host.free = now.plus(spacing);
                current.remove(head.feed());
                asked.put(head.feed(), head);
                doubtfulAsked += head.doubtful() ? 1 : 0;
                return head.feed();
            }
        }
        return null;
    }

    /** Whether the address that its domain had last is free; else the feed is asked later. */
    private boolean hasTurn(Due head, Instant now) {
        var later = gate.reserve(head.host(), now);
        if (later != null) {
            reschedule(head, later);
        }
        return later == null;
    }

    /** The request to this feed's host has ended. */
    void done(String feed) {
        var entry = asked.remove(feed);
        var host = entry == null ? null : hosts.get(entry.host());
        if (entry != null && host != null) {
            host.busy = false;
            gate.release(entry.host());
            due.addAll(host.waiting);
            host.waiting.clear();
            if (entry.doubtful()) {
                doubtfulAsked--;
                due.addAll(parked);
                parked.clear();
            }
        }
    }

    /** Nothing is asked of this address's host before that time. */
    void hold(String address, Instant until) {
        var host = hosts.computeIfAbsent(Domains.ofUrl(address), h -> new Host());
        host.free = until.isAfter(host.free) ? until : host.free;
    }

    private void reschedule(Due entry, Instant at) {
        var later = new Due(entry.feed(), entry.host(), at, entry.order(), entry.doubtful());
        current.put(entry.feed(), later);
        due.add(later);
    }

    private static final class Host {
        private boolean busy;
        private Instant free = Instant.MIN;
        private final Deque<Due> waiting = new ArrayDeque<>();
    }
}
