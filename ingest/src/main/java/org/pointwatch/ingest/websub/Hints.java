// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Feeds that a hub says have something new, each once however often it says so. Safe for use by many threads. */
public final class Hints {
    private final Set<String> feeds = new LinkedHashSet<>();

    synchronized void add(String feed) {
        feeds.add(feed);
    }

    /** Takes all of them. */
    public synchronized List<String> take() {
        if (feeds.isEmpty()) {
            return List.of();
        }
        var taken = new ArrayList<>(feeds);
        feeds.clear();
        return taken;
    }

    /** Gives one back for which it was too early. */
    public void keep(String feed) {
        add(feed);
    }
}
