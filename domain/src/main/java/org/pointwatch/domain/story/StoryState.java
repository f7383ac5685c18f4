// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dedup.CopyVerdict;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.story.Neighbours.Neighbour;
import org.pointwatch.domain.story.StoryMessage.Place;

/**
 * What an article knows of its place among the articles.
 *
 * @param present false once it is withdrawn, and before it is known
 * @param version changes of its place so far
 * @param original whether it is one
 * @param joined the original it belongs to, null if it is one itself
 * @param laterOfOutlet whether an earlier member of its story has its outlet
 * @param paraphrased the original that it paraphrases, if it is an original itself
 * @param ruling the newest that an analyst decided
 * @param found what each shard found for each revision
 * @param answers what earlier articles have said of themselves, or are taken to be until they say something else
 */
public record StoryState(
        String article,
        Instant time,
        String outlet,
        boolean present,
        long version,
        boolean original,
        @Nullable Place joined,
        boolean laterOfOutlet,
        @Nullable Place paraphrased,
        @Nullable Ruling ruling,
        List<Matches> found,
        List<Answer> answers) {

    /**
     * What an earlier article is.
     *
     * @param version of what it said, -1 while it is taken for an original that has said nothing
     * @param story where its story is another's
     */
    public record Answer(String article, long version, boolean original, Instant time, @Nullable Place story) {}

    public static StoryState unknown(String article) {
        return new StoryState(
                article, Instant.EPOCH, "", false, 0, false, null, false, null, null, List.of(), List.of());
    }

    public Relation relation() {
        if (joined != null) {
            return laterOfOutlet ? Relation.UPDATE : Relation.COPY;
        }
        return paraphrased != null ? Relation.REWRITE : Relation.ORIGINAL;
    }

    /** The original it belongs to or paraphrases. */
    public Optional<Place> source() {
        return Optional.ofNullable(joined != null ? joined : paraphrased);
    }

    /** How like its source it is, 0..1; empty for an original, and where an analyst has merged what is not alike. */
    public Optional<Double> similarity() {
        return source().flatMap(source -> Neighbours.of(found, source.article()))
                .map(n -> n.verdict().similarityOrZero());
    }

    /** What it is, with the numbers that led to it where there are any. */
    public CopyVerdict verdict() {
        return source().flatMap(source -> Neighbours.of(found, source.article()))
                .map(Neighbour::verdict)
                .orElse(new CopyVerdict.Original());
    }

    Place self() {
        return new Place(article, time, outlet);
    }

    /** Whether a place is before this article in the order of (time, article). */
    boolean after(Instant at, String other) {
        var byTime = at.compareTo(time);
        return byTime < 0 || (byTime == 0 && other.compareTo(article) < 0);
    }

    Optional<Answer> answer(String of) {
        return answers.stream().filter(a -> a.article().equals(of)).findFirst();
    }

    StoryState known(Instant at, String publisher) {
        return new StoryState(
                article,
                at,
                publisher,
                true,
                version,
                original,
                joined,
                laterOfOutlet,
                paraphrased,
                ruling,
                found,
                answers);
    }

    StoryState withdrawn() {
        return new StoryState(
                article,
                time,
                outlet,
                false,
                version,
                original,
                joined,
                laterOfOutlet,
                paraphrased,
                ruling,
                found,
                answers);
    }

    StoryState ruled(Ruling newest) {
        return new StoryState(
                article,
                time,
                outlet,
                present,
                version,
                original,
                joined,
                laterOfOutlet,
                paraphrased,
                newest,
                found,
                answers);
    }

    /** The same state with all that was found, or with nothing of it. */
    public StoryState found(List<Matches> all) {
        return new StoryState(
                article,
                time,
                outlet,
                present,
                version,
                original,
                joined,
                laterOfOutlet,
                paraphrased,
                ruling,
                all,
                answers);
    }

    StoryState later(boolean later) {
        return new StoryState(
                article, time, outlet, present, version, original, joined, later, paraphrased, ruling, found, answers);
    }

    StoryState placed(
            long newVersion, boolean isOriginal, @Nullable Place belongsTo, boolean later, @Nullable Place source) {
        return new StoryState(
                article,
                time,
                outlet,
                present,
                newVersion,
                isOriginal,
                belongsTo,
                later,
                source,
                ruling,
                found,
                answers);
    }

    StoryState answered(Answer answer) {
        var all = new ArrayList<>(answers);
        all.removeIf(a -> a.article().equals(answer.article()));
        all.add(answer);
        all.sort(Comparator.comparing(Answer::article));
        return new StoryState(
                article,
                time,
                outlet,
                present,
                version,
                original,
                joined,
                laterOfOutlet,
                paraphrased,
                ruling,
                found,
                List.copyOf(all));
    }
}
