// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An analyst's decision about an article or an outlet, which wins over the algorithm; kept for audit.
 *
 * <p>Decisions on stories (split, merge, undo) name articles and never stories, because stories come and go. Of an
 * article's records of these kinds the newest by (at, id) is in force, in whatever order they are read. It decides about
 * its subject alone:
 *
 * <ul>
 *   <li>split: the subject is an original, whatever it matches;
 *   <li>merge: if the subject is the later of the two by (event time, id), it belongs to the story that {@code with}
 *       belongs to, whatever that story's original is; if it is the earlier, nothing is decided about it;
 *   <li>undo: the algorithm decides about the subject again.
 * </ul>
 *
 * <p>A merge is written twice in one transaction, with the same id and time: under the key of each article, with the other
 * as {@code with}. So it is found from either side, also after compaction and when an edit makes the other one the later.
 * Each of the two is replaced on its own: after a merge of A with B and one of A with C, B's record still names A, and all
 * three can be one story. Who splits or undoes A also writes an undo for B if the newest record of both is that same merge.
 *
 * @param id of the decision, the same in all of its records of one kind
 * @param kind split, merge, veto-tag, veto-outlet or undo
 * @param subject article id, or the domain of a vetoed outlet
 * @param with the other article of a merge
 * @param tag the target of a vetoed tag
 * @param by who decided
 * @param why in their words; empty if they gave no reason
 */
public record Override(
        String id,
        String kind,
        String subject,
        @Nullable String with,
        @Nullable String tag,
        String by,
        String why,
        Instant at) {
    public static final String SPLIT = "split";
    public static final String MERGE = "merge";
    public static final String UNDO = "undo";
    public static final String VETO_TAG = "veto-tag";
    public static final String VETO_OUTLET = "veto-outlet";

    /** The last one is in force. */
    public static final Comparator<Override> BY_AGE =
            Comparator.comparing(Override::at).thenComparing(Override::id);

    private static final Set<String> STORY_KINDS = Set.of(SPLIT, MERGE, UNDO);
    private static final Set<String> OTHER_KINDS = Set.of(VETO_TAG, VETO_OUTLET);

    public Override {
        if (!STORY_KINDS.contains(kind) && !OTHER_KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "kind is '" + kind + "', and must be split, merge, undo, veto-tag or veto-outlet");
        }
        if (kind.equals(MERGE) && (with == null || with.equals(subject))) {
            throw new IllegalArgumentException("a merge of " + subject + " must name another article in \"with\"");
        }
        if (kind.equals(VETO_TAG) && tag == null) {
            throw new IllegalArgumentException("a veto-tag of " + subject + " must name its target in \"tag\"");
        }
    }

    /** The key of the records about an article. */
    public static String articleKey(String article) {
        return "article:" + article;
    }

    /** The record's key. */
    public String key() {
        return kind.equals(VETO_OUTLET) ? "outlet:" + subject : articleKey(subject);
    }

    /** Whether it decides on an article's story, rather than on tags or outlets. */
    public boolean onStory() {
        return STORY_KINDS.contains(kind);
    }
}
