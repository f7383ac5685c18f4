// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.util.HashMap;
import java.util.Map;
import org.pointwatch.ingest.poll.Tempo;
import org.pointwatch.wire.record.FeedState;

/**
 * What the feeds of this process are worth on average: the measure by which polls are shared out, so that all of them
 * together cost no more than asking each at the usual interval. Feeds that are gone take no part.
 */
final class Pace {
    private final Map<String, Double> worth = new HashMap<>();
    private double sum;

    synchronized void put(FeedState state) {
        remove(state.feed());
        if (state.health() != FeedState.Health.GONE) {
            var rhythm = state.polling() == null ? null : state.polling().rhythm();
            var own = Tempo.of(rhythm).worth();
            worth.put(state.feed(), own);
            sum += own;
        }
    }

    synchronized void remove(String feed) {
        var old = worth.remove(feed);
        if (old != null) {
            sum -= old;
        }
    }

    synchronized double mean() {
        return worth.isEmpty() ? Tempo.UNKNOWN.worth() : Math.max(sum, 0) / worth.size();
    }
}
