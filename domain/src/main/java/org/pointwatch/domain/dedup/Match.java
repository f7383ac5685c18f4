// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * An earlier document that may carry the same text, as one shard sees it.
 *
 * @param content {@link Document#content}
 * @param numbers how it compares with the later document, whose side is the own one
 */
public record Match(String article, String revision, Instant time, String outlet, long content, Comparison numbers) {
    static final Comparator<Match> EARLIEST_FIRST =
            Comparator.comparing(Match::time).thenComparing(Match::article).thenComparing(Match::revision);

    /** All that one shard has found for one revision of an article, or one more of it. */
    public record Matches(String article, String revision, int shard, boolean whole, List<Match> earlier) {}

    static Match of(Document later, Document earlier, Overlap overlap) {
        return new Match(
                earlier.article(),
                earlier.revision(),
                earlier.time(),
                earlier.outlet(),
                earlier.content(),
                Comparison.of(later, earlier, overlap));
    }

    public boolean sameDocument(Match other) {
        return article.equals(other.article) && revision.equals(other.revision);
    }
}
