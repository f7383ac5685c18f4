// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hosts that showed none of their last pages: they are not asked for more until a day has passed. */
final class Refusals {
    private static final int IN_A_ROW = 3;
    private static final Duration REST = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final Map<String, Known> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(int inARow, Instant last) {}

    synchronized void refused(String host, Instant now) {
        var known = hosts.get(host);
        hosts.put(host, new Known(known == null ? 1 : known.inARow() + 1, now));
    }

    synchronized void shown(String host) {
        hosts.remove(host);
    }

    /** Whether the host is left alone now; after its rest one page is asked for again. */
    synchronized boolean stands(String host, Instant now) {
        var known = hosts.get(host);
        return known != null
                && known.inARow() >= IN_A_ROW
                && now.isBefore(known.last().plus(REST));
    }
}
