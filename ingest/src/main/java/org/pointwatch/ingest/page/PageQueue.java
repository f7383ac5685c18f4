// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages that wait, one request at a time for each registrable domain and a pause between two. Among hosts that are free
 * the one that waited longest comes first. Safe for use by many threads.
 */
final class PageQueue {
    /** Hosts without waiting pages are forgotten once there are so many. */
    private static final int MANY = 10_000;

    private final Duration spacing;
    private final int most;
    private final Map<String, Host> hosts = new HashMap<>();
    private final TreeSet<Host> ready =
            new TreeSet<>(Comparator.comparing((Host h) -> h.free).thenComparing(h -> h.name));
    private int size;

    PageQueue(Duration spacing, int most) {
        this.spacing = spacing;
        this.most = most;
    }

    /** Returns false if the queue is full. */
    synchronized boolean add(PageTask task, Instant now) {
        if (room() <= 0) {
            return false;
        }
        put(task, now);
        return true;
    }

    /** Takes what there was room for a moment ago. */
    synchronized void put(PageTask task, Instant now) {
        var host = host(task.host(), now);
        ready.remove(host);
        host.waiting.add(task);
        size++;
        offer(host);
    }

    synchronized int room() {
        return Math.max(0, most - size);
    }

    /** Lets go of all that wait for this owner; returns how many did. */
    synchronized int withdraw(PageOwner owner) {
        var before = size;
        for (var host : hosts.values()) {
            var there = host.waiting.size();
            host.waiting.removeIf(task -> task.owner() == owner);
            size -= there - host.waiting.size();
            if (host.waiting.isEmpty()) {
                ready.remove(host);
            }
        }
        return before - size;
    }

    /** The next page, its host taken until {@link #done}; null if none may be asked for now. */
    synchronized @Nullable PageTask take(Instant now) {
        if (ready.isEmpty() || ready.first().free.isAfter(now)) {
            return null;
        }
        var host = ready.first();
        ready.remove(host);
        host.busy = true;
        host.free = now.plus(spacing.compareTo(host.delay) > 0 ? spacing : host.delay);
        size--;
        return host.waiting.remove();
    }

    synchronized void done(String name, Instant now) {
        var host = host(name, now);
        host.busy = false;
        offer(host);
    }

    /** Nothing is asked of this host before that time. */
    synchronized void hold(String name, Instant until, Instant now) {
        var host = host(name, now);
        ready.remove(host);
        host.free = until.isAfter(host.free) ? until : host.free;
        offer(host);
    }

    /** The pause that a host asks for. */
    synchronized void slow(String name, Duration delay, Instant now) {
        host(name, now).delay = delay;
    }

    synchronized int size() {
        return size;
    }

    private void offer(Host host) {
        if (!host.busy && !host.waiting.isEmpty()) {
            ready.add(host);
        }
    }

    private Host host(String name, Instant now) {
        if (hosts.size() > MANY) {
            forget(now);
        }
        return hosts.computeIfAbsent(name, Host::new);
    }

    private void forget(Instant now) {
        for (Iterator<Host> all = hosts.values().iterator(); all.hasNext(); ) {
            var host = all.next();
            if (!host.busy && host.waiting.isEmpty() && host.free.isBefore(now)) {
                all.remove();
            }
        }
    }

    private static final class Host {
        private final String name;
        private final Deque<PageTask> waiting = new ArrayDeque<>();
        private boolean busy;
        private Instant free = Instant.EPOCH;
        private Duration delay = Duration.ZERO;

        Host(String name) {
            this.name = name;
        }
    }
}
