// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.stance.Position;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.story.Relation;

/**
 * What one article says of where an actor stands on a point, in one place.
 *
 * @param at the article's event time
 * @param ownStory whether the article is an original or a rewrite; what copies and updates say was said before
 * @param start where in the article
 * @param words the statement; empty where it tells no position, since nothing is shown of it
 * @param by who says so for the actor, null if nobody else does
 */
public record StanceStatement(
        Instant at,
        String article,
        String outlet,
        boolean ownStory,
        int start,
        Position position,
        String words,
        @Nullable String by) {

    /** The order in which statements are walked. */
    public static final Comparator<StanceStatement> ORDER = Comparator.comparing(StanceStatement::at)
            .thenComparing(StanceStatement::article)
            .thenComparingInt(StanceStatement::start)
            .thenComparing(StanceStatement::toString);

    /** A mention in an article whose relation is not known yet; null if its stance is none that is known. */
    public static @Nullable StanceStatement of(Instant at, String article, String outlet, StanceMention m) {
        return Position.of(m.stance())
                .map(position -> new StanceStatement(
                        at, article, outlet, false, m.start(), position, position.decided() ? m.text() : "", m.by()))
                .orElse(null);
    }

    /** The same in an article of that relation to its story. */
    public StanceStatement in(Relation relation) {
        return new StanceStatement(at, article, outlet, relation.ownStory(), start, position, words, by);
    }
}
