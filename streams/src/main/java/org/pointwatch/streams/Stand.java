// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.stance.ledger.StanceKey;
import org.pointwatch.domain.stance.ledger.StanceStatement;
import org.pointwatch.wire.record.Finding;

/** One statement in an article of where an actor stands on a point, with what is needed of the article to walk it. */
record Stand(StanceKey key, StanceStatement statement) {
    /** Statements that one article can make; what has more is a list, and its first ones will do. */
    static final int MOST = 60;

    /** The first of them, in the order of the text. */
    static List<Stand> of(Finding f) {
        var mentions = f.stances();
        if (mentions == null) {
            return List.of();
        }
        var stands = new ArrayList<Stand>();
        for (var mention : mentions.subList(0, Math.min(MOST, mentions.size()))) {
            var statement = StanceStatement.of(f.eventTime(), f.article(), f.outlet(), mention);
            if (statement != null) {
                stands.add(new Stand(new StanceKey(mention.actor(), mention.point()), statement));
            }
        }
        return List.copyOf(stands);
    }
}
