// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is live in the documents that were looked at last: one document is compared with many, and asking of each of its
 * hashes whether it is silent was a sixth of the topology's processor time. A document takes the place of the one that
 * came a table's length before it.
 */
final class LiveProbes {
    private static final int SIZE = 1 << 13;

    private final int[] documents = new int[SIZE];
    private final @Nullable Probe[] probes = new Probe[SIZE];

    Probe get(int document, Supplier<Probe> otherwise) {
        var slot = document & SIZE - 1;
        var live = probes[slot];
        if (live == null || documents[slot] != document) {
            live = otherwise.get();
            documents[slot] = document;
            probes[slot] = live;
        }
        return live;
    }

    /** To be called for every document of which something has become silent. */
    void forget(int document) {
        var slot = document & SIZE - 1;
        if (documents[slot] == document) {
            probes[slot] = null;
        }
    }
}
