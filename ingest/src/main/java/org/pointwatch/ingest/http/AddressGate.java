// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time to each IP address and a pause between the starts of two, so that many domains on one machine are
 * not asked as if each had one of its own. What counts is what is about to be dialled; what a domain resolved to last time
 * is only a hint by which a queue can wait without looking names up. Nobody waits here: who may not go is told when to try
 * again. Loopback addresses are free, they are this machine's. Safe for use by many threads.
 */
public final class AddressGate {
    /** Neither pause nor turn. */
    public static final AddressGate OPEN = new AddressGate(Duration.ZERO);

    /** Domains and addresses of which something is remembered. */
    private static final int MANY = 50_000;

    private final Duration spacing;
    private final boolean loopbackToo;
    private final Map<InetAddress, Slot> slots = new HashMap<>();
    private final Map<String, Set<Slot>> held = new HashMap<>();
    private final Map<String, List<InetAddress>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<InetAddress>> eldest) {
            return size() > MANY;
        }
    };

    /** @param spacing between the starts of two requests to one address; zero opens the gate for good */
    public AddressGate(Duration spacing) {
        this(spacing, false);
    }

    private AddressGate(Duration spacing, boolean loopbackToo) {
        this.spacing = spacing;
        this.loopbackToo = loopbackToo;
    }

    /** Loopback as well, as a test wants it. */
    public static AddressGate everywhere(Duration spacing) {
        return new AddressGate(spacing, true);
    }

    /**
     * Takes the addresses that the domain had last, until {@link #release}.
     *
     * @return null if it may go, else when to try again
     */
    public synchronized @Nullable Instant reserve(String domain, Instant now) {
        return spacing.isZero() ? null : take(domain, known.getOrDefault(domain, List.of()), now);
    }

    /**
     * Takes the addresses that are about to be dialled for the domain, beside those that it has reserved.
     *
     * @return null if it may go, else when to try again
     */
    public synchronized @Nullable Instant enter(String domain, Collection<InetAddress> dialled, Instant now) {
        if (spacing.isZero()) {
            return null;
        }
        var counted = counted(dialled);
        if (counted.isEmpty()) {
            known.remove(domain);
        } else {
            known.put(domain, counted);
        }
        return take(domain, counted, now);
    }

    /** Dialled on the way of a redirect: its sender is not held up, but who comes next is. */
    synchronized void pass(Collection<InetAddress> dialled, Instant now) {
        if (!spacing.isZero()) {
            counted(dialled).forEach(address -> slot(address, now).rest(now.plus(spacing)));
        }
    }

    /** The domain's request has ended. */
    public synchronized void release(String domain) {
        var taken = held.remove(domain);
        if (taken != null) {
            taken.forEach(slot -> slot.holder = null);
        }
    }

    private List<InetAddress> counted(Collection<InetAddress> dialled) {
        return dialled.stream()
                .filter(a -> loopbackToo || !a.isLoopbackAddress())
                .distinct()
                .toList();
    }

    /** All of them or none. */
    private @Nullable Instant take(String domain, Collection<InetAddress> addresses, Instant now) {
        var until = now;
        for (var address : addresses) {
            var free = slot(address, now).free(domain, now, spacing);
            until = free.isAfter(until) ? free : until;
        }
        if (until.isAfter(now)) {
            return until;
        }
        for (var address : addresses) {
            var slot = slot(address, now);
            slot.holder = domain;
            slot.rest(now.plus(spacing));
            held.computeIfAbsent(domain, d -> new HashSet<>()).add(slot);
        }
        return null;
    }

    private Slot slot(InetAddress address, Instant now) {
        if (slots.size() >= MANY && !slots.containsKey(address)) {
            slots.values().removeIf(slot -> slot.holder == null && !slot.free.isAfter(now));
        }
        return slots.computeIfAbsent(address, a -> new Slot());
    }

    private static final class Slot {
        private @Nullable String holder;
        private Instant free = Instant.MIN;

        Instant free(String domain, Instant now, Duration spacing) {
            if (holder == null) {
                return free;
            }
            return holder.equals(domain) ? now : now.plus(spacing);
        }

        void rest(Instant until) {
            free = until.isAfter(free) ? until : free;
        }
    }
}
