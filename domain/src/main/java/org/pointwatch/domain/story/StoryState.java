// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.CopyRule;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.story.StoryEvent.Shared;

/**
 * What an article knows of its place among the articles.
 *
 * @param present false once it is withdrawn, and before it is known
 * @param version changes of {@code original} so far
 * @param joined the original it belongs to, null if it is one itself
 * @param laterOfOutlet whether an earlier member of its story has its outlet
 * @param pairs earlier documents that share shingles with one of its revisions
 * @param earlier earlier articles that match it, in order of (time, article)
 */
public record StoryState(
        String article,
        Instant time,
        String outlet,
        boolean present,
        long version,
        boolean original,
        @Nullable String joined,
        boolean laterOfOutlet,
        List<Pair> pairs,
        List<Neighbour> earlier) {

    /** Pairs kept of one article; a text shared by more is matched by its earliest holders. */
    static final int MOST_PAIRS = 128;

    private static final Comparator<Pair> EARLIEST_FIRST = Comparator.comparing(
                    (Pair p) -> p.other().time())
            .thenComparing(p -> p.other().article())
            .thenComparing(p -> p.other().revision())
            .thenComparing(p -> p.own().revision());

    /** Two revisions that share shingles, and how many the shards have found so far. */
    public record Pair(Document own, Document other, int shared) {}

    /**
     * An earlier article that matches.
     *
     * @param original what it last said of itself; taken for an original until it answers
     * @param version of that answer, -1 before the first
     */
    public record Neighbour(
            String article, Instant time, String outlet, double similarity, boolean original, long version) {}

    public static StoryState unknown(String article) {
        return new StoryState(article, Instant.EPOCH, "", false, 0, false, null, false, List.of(), List.of());
    }

    public Relation relation() {
        return joined == null ? Relation.ORIGINAL : laterOfOutlet ? Relation.UPDATE : Relation.COPY;
    }

    /** The neighbour that is the original of its story. */
    public Optional<Neighbour> source() {
        return earlier.stream().filter(n -> n.article().equals(joined)).findFirst();
    }

    StoryState known(Instant at, String publisher) {
        return new StoryState(article, at, publisher, true, version, original, joined, laterOfOutlet, pairs, earlier);
    }

    StoryState withdrawn() {
        return new StoryState(article, time, outlet, false, version, original, joined, laterOfOutlet, pairs, earlier);
    }

    StoryState placed(boolean isOriginal, long newVersion, @Nullable String belongsTo, boolean later) {
        return new StoryState(article, time, outlet, present, newVersion, isOriginal, belongsTo, later, pairs, earlier);
    }

    StoryState withEarlier(List<Neighbour> neighbours) {
        return new StoryState(
                article, time, outlet, present, version, original, joined, laterOfOutlet, pairs, neighbours);
    }

    /** Adds what one shard found about one of the article's revisions and earlier documents. */
    StoryState shared(Document own, List<Shared> found) {
        var all = new ArrayList<>(pairs);
        for (var more : found) {
            var at = indexOf(all, own.revision(), more.other());
            if (at >= 0) {
                all.set(at, new Pair(own, more.other(), all.get(at).shared() + more.count()));
            } else {
                all.add(new Pair(own, more.other(), more.count()));
            }
        }
        all.sort(EARLIEST_FIRST);
        var kept = List.copyOf(all.subList(0, Math.min(MOST_PAIRS, all.size())));
        return new StoryState(article, time, outlet, present, version, original, joined, laterOfOutlet, kept, earlier);
    }

    /** Without neighbours none of whose pairs is kept, lest they depend on what arrived first. */
    StoryState withoutForgotten() {
        if (pairs.size() < MOST_PAIRS) {
            return this;
        }
        var kept = earlier.stream().filter(n -> similarity(n.article()) > 0).toList();
        return withEarlier(kept);
    }

    /** The best similarity of any two revisions, 0 if none of them match. */
    double similarity(String other) {
        return pairs.stream()
                .filter(p -> p.other().article().equals(other))
                .mapToDouble(
                        p -> CopyRule.similarity(p.own(), p.other(), p.shared()).orElse(0))
                .max()
                .orElse(0);
    }

    private static int indexOf(List<Pair> pairs, String ownRevision, Document other) {
        for (var i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.own().revision().equals(ownRevision)
                    && pair.other().article().equals(other.article())
                    && pair.other().revision().equals(other.revision())) {
                return i;
            }
        }
        return -1;
    }
}
