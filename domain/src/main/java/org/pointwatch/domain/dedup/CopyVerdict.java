// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

/** How an article stands to an earlier one, or among all, with the numbers that led to it. */
public sealed interface CopyVerdict {
    /** No earlier original has its text. */
    record Original() implements CopyVerdict {}

    /** Another outlet carries the text: whole, abridged or extended. */
    record Copy(double similarity, Comparison numbers) implements CopyVerdict {}

    /** The outlet's own later version. */
    record Update(double similarity, Comparison numbers) implements CopyVerdict {}

    /** Another outlet's sentence-by-sentence paraphrase. */
    record Rewrite(double similarity, Comparison numbers) implements CopyVerdict {}

    /** Two different articles, whatever they share. */
    record Distinct(Reason reason, Comparison numbers) implements CopyVerdict {}

    /** Why two articles are different. */
    enum Reason {
        /** Too little of the one is in the other. */
        LITTLE_SHARED,
        /** What they share is background: they begin differently and their titles differ. */
        BACKGROUND,
        /** The words are the same, the numbers are not: episodes of a series. */
        SERIAL,
        /** Too short to tell. */
        TOO_SHORT
    }

    /** Whether both carry the same text. */
    default boolean sameText() {
        return this instanceof Copy || this instanceof Update;
    }

    /** Whether the one has the text of the other, or tells it in other words. */
    default boolean related() {
        return sameText() || this instanceof Rewrite;
    }

    /** 0..1 to three decimals, 0 where nothing was found in common. */
    default double similarityOrZero() {
        if (this instanceof Copy copy) {
            return copy.similarity();
        }
        if (this instanceof Update update) {
            return update.similarity();
        }
        return this instanceof Rewrite rewrite ? rewrite.similarity() : 0;
    }
}
