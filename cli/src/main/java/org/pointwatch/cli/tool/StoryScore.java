// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.story.Relation;

/** Counts, for one set of articles, how often relation and source are as they should be. */
final class StoryScore {
    /** What was said, or what is true, of one article. */
    record Said(Relation relation, @Nullable String of) {
        boolean sameText() {
            return !relation.ownStory();
        }

        boolean rewrite() {
            return relation == Relation.REWRITE;
        }

        private boolean sameSource(Said other) {
            return of != null && of.equals(other.of);
        }
    }

    /** Articles of one kind. */
    record KindHits(int all, int right) {
        private KindHits plus(KindHits more) {
            return new KindHits(all + more.all, right + more.right);
        }
    }

    private final SortedMap<String, KindHits> kinds = new TreeMap<>();
    private Hits sameText = Hits.NONE;
    private Hits rewrites = Hits.NONE;
    private int exact;

    /** Returns whether relation and source are both right. */
    boolean add(String kind, Said said, Said truth) {
        var source = said.sameSource(truth);
        sameText = sameText.plus(hits(said.sameText(), truth.sameText(), source));
        rewrites = rewrites.plus(hits(said.rewrite(), truth.rewrite(), source));
        var right = said.equals(truth);
        exact += right && said.sameText() ? 1 : 0;
        kinds.merge(kind, new KindHits(1, right ? 1 : 0), KindHits::plus);
        return right;
    }

    /** One that is found with the wrong source is one too many, and the right one is missed. */
    private static Hits hits(boolean said, boolean is, boolean source) {
        var right = said && is && source;
        return new Hits(right ? 1 : 0, said && !right ? 1 : 0, is && !right ? 1 : 0);
    }

    /** Copies and updates, whichever of the two was said. */
    Hits sameText() {
        return sameText;
    }

    Hits rewrites() {
        return rewrites;
    }

    /** Of those with the same text that were found, how many are rightly called a copy or an update. */
    int exact() {
        return exact;
    }

    SortedMap<String, KindHits> kinds() {
        return kinds;
    }

    int articles() {
        return kinds.values().stream().mapToInt(KindHits::all).sum();
    }

    int wrong() {
        return articles() - kinds.values().stream().mapToInt(KindHits::right).sum();
    }
}
