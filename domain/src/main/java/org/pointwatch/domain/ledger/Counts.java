// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.ledger;

/**
 * What adds up over articles and buckets (outlets do not, so they are not here).
 *
 * @param articles every article once; articles = stories + copies + updates
 * @param stories originals and rewrites
 * @param own sentiment in the outlets' voice, over originals and rewrites only
 * @param quoted sentiment inside quotations, over originals and rewrites only
 */
public record Counts(long articles, long stories, long copies, long updates, SentimentSums own, SentimentSums quoted) {
    public static final Counts ZERO = new Counts(0, 0, 0, 0, SentimentSums.ZERO, SentimentSums.ZERO);

    public Counts plus(Counts o) {
        return new Counts(
                articles + o.articles,
                stories + o.stories,
                copies + o.copies,
                updates + o.updates,
                own.plus(o.own),
                quoted.plus(o.quoted));
    }

    public Counts negated() {
        return new Counts(-articles, -stories, -copies, -updates, own.negated(), quoted.negated());
    }

    public boolean nothing() {
        return equals(ZERO);
    }
}
