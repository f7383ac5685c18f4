// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.audit;

import java.time.Instant;
import java.util.List;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.wire.record.Finding;

/**
 * One attributed statement about a point, with what is needed of its article.
 *
 * @param own whether the article is an original or a rewrite; false until that is known
 */
record StanceSaid(Instant at, String article, String outlet, boolean own, StanceMention mention) {
    private static final int MOST = 60;

    static List<StanceSaid> of(Finding f) {
        var mentions = f.stances();
        return mentions == null
                ? List.of()
                : mentions.stream()
                        .limit(MOST)
                        .map(m -> new StanceSaid(f.eventTime(), f.article(), f.outlet(), false, m))
                        .toList();
    }

    StanceSaid in(boolean ownStory) {
        return new StanceSaid(at, article, outlet, ownStory, mention);
    }

    /** Whether it tells a position. */
    boolean tells() {
        return !mention.stance().equals("unknown");
    }
}
