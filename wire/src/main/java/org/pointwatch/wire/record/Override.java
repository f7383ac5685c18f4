// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
 * <p>Vetoes (veto-tag and veto-outlet, taken back by allow-tag and allow-outlet) keep a wrong tag of an article, or all
 * articles of an outlet, from counting. The topic is compacted and decisions of both sorts share an article's key, so each
 * record of an article says what else stands: {@code vetoes} of its newest record are those in force, and {@code story} of
 * a veto is the newest decision on its story, as if that were read beside it.
 *
 * @param id of the decision, the same in all of its records of one kind
 * @param kind split, merge, undo, veto-tag, allow-tag, veto-outlet or allow-outlet
 * @param subject article id, or the outlet as articles have it
 * @param with the other article of a merge
 * @param tag the target of a vetoed tag, such as {@code point:army-cap} or {@code actor:nato}
 * @param by who decided
 * @param why in their words; empty if they gave no reason
 * @param vetoes of the article in force after this decision, by target; null for none
 * @param story only on records about tags: the newest decision on the article's story; null for none
 */
public record Override(
        String id,
        String kind,
        String subject,
        @Nullable String with,
        @Nullable String tag,
        String by,
        String why,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Veto> vetoes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OnStory story) {
    public static final String SPLIT = "split";
    public static final String MERGE = "merge";
    public static final String UNDO = "undo";
    public static final String VETO_TAG = "veto-tag";
    public static final String ALLOW_TAG = "allow-tag";
    public static final String VETO_OUTLET = "veto-outlet";
    public static final String ALLOW_OUTLET = "allow-outlet";

    /** The last one is in force. */
    public static final Comparator<Override> BY_AGE =
            Comparator.comparing(Override::at).thenComparing(Override::id);

    private static final Set<String> STORY_KINDS = Set.of(SPLIT, MERGE, UNDO);
    private static final Set<String> TAG_KINDS = Set.of(VETO_TAG, ALLOW_TAG);
    private static final Set<String> OUTLET_KINDS = Set.of(VETO_OUTLET, ALLOW_OUTLET);

    /** A vetoed tag, with the decision that vetoed it. */
    public record Veto(String tag, String id, String by, String why, Instant at) {}

    /** A decision on an article's story, said once more by a record about its tags. */
    public record OnStory(String id, String kind, @Nullable String with, String by, String why, Instant at) {
        public OnStory {
            if (!STORY_KINDS.contains(kind)) {
                throw new IllegalArgumentException(
                        "\"story\" says '" + kind + "', and must say split, merge or undo: what is decided on a story");
            }
        }
    }

    public Override {
        if (!STORY_KINDS.contains(kind) && !TAG_KINDS.contains(kind) && !OUTLET_KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind is '" + kind
                    + "', and must be split, merge, undo, veto-tag, allow-tag, veto-outlet or allow-outlet");
        }
        if (kind.equals(MERGE) && (with == null || with.equals(subject))) {
            throw new IllegalArgumentException("a merge of " + subject + " must name another article in \"with\"");
        }
        if (TAG_KINDS.contains(kind) && tag == null) {
            throw new IllegalArgumentException("a " + kind + " of " + subject + " must name its target in \"tag\"");
        }
        vetoes = vetoes == null || vetoes.isEmpty()
                ? null
                : vetoes.stream().sorted(Comparator.comparing(Veto::tag)).toList();
    }

    /** Beside which nothing else stands. */
    public Override(
            String id,
            String kind,
            String subject,
            @Nullable String with,
            @Nullable String tag,
            String by,
            String why,
            Instant at) {
        this(id, kind, subject, with, tag, by, why, at, null, null);
    }

    /** The key of the records about an article. */
    public static String articleKey(String article) {
        return "article:" + article;
    }

    /** The key of the records about an outlet. */
    public static String outletKey(String outlet) {
        return "outlet:" + outlet;
    }

    /** The record's key. */
    public String key() {
        return onOutlet() ? outletKey(subject) : articleKey(subject);
    }

    /** Whether it decides on an article's story, rather than on tags or outlets. */
    public boolean onStory() {
        return STORY_KINDS.contains(kind);
    }

    /** Whether it decides on a whole outlet. */
    public boolean onOutlet() {
        return OUTLET_KINDS.contains(kind);
    }

    /** What it says of its article's story, if anything: itself, or the decision that it says once more. */
    public @Nullable Override storyDecision() {
        if (onStory()) {
            return this;
        }
        return story == null || onOutlet()
                ? null
                : new Override(story.id, story.kind, subject, story.with, null, story.by, story.why, story.at);
    }

    /** The vetoes of the article that stand if this is its newest record; a veto of an older build knew of itself alone. */
    public List<Veto> standing() {
        if (vetoes != null) {
            return vetoes;
        }
        return kind.equals(VETO_TAG) && tag != null ? List.of(new Veto(tag, id, by, why, at)) : List.of();
    }

    /** The same decision, with what else stands of its article. */
    public Override beside(List<Veto> others, @Nullable Override newestOnStory) {
        var said = newestOnStory == null || onStory() ? null : newestOnStory.asOnStory();
        return new Override(id, kind, subject, with, tag, by, why, at, others, said);
    }

    private OnStory asOnStory() {
        return new OnStory(id, kind, with, by, why, at);
    }
}
