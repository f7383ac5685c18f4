// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is live in the documents that were looked at last: one document is compared with many, and asking of each of its
 * hashes whether it is silent was a sixth of the topology's processor time.
 */
final class LiveProbes {
    private static final int MOST = 5_000;

    private final Map<Integer, Probe> recent = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Probe> eldest) {
            return size() > MOST;
        }
    };

    Probe get(int document, Supplier<Probe> otherwise) {
        @Nullable Probe live = recent.get(document);
        if (live == null) {
            live = otherwise.get();
            recent.put(document, live);
        }
        return live;
    }

    /** To be called for every document of which something has become silent. */
    void forget(int document) {
        recent.remove(document);
    }
}
