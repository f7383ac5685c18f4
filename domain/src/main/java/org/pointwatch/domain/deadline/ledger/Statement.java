// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.story.Relation;

/**
 * What one article says of a deadline, in one sentence.
 *
 * @param at the article's event time
 * @param ownStory whether the article is an original or a rewrite, and so counts as a story
 * @param live whether the article was fetched as it happened, not read from an archive
 * @param start where in the article
 * @param due as in {@link DeadlineMention}, like the components after it
 * @param sentence its text, the evidence, cut at {@link #LONGEST}
 */
public record Statement(
        Instant at,
        String article,
        boolean ownStory,
        boolean live,
        int start,
        @Nullable String due,
        List<String> alternatives,
        Precision precision,
        Status status,
        @Nullable String setBy,
        List<String> points,
        String sentence) {

    /** The order in which statements are walked. */
    public static final Comparator<Statement> ORDER = Comparator.comparing(Statement::at)
            .thenComparing(Statement::article)
            .thenComparingInt(Statement::start)
            .thenComparing(Statement::toString);

    /** UTF-16 units of a sentence that is kept in the ledger; findings have all of it. */
    public static final int LONGEST = 500;

    public Statement {
        alternatives = List.copyOf(alternatives);
        points = List.copyOf(points);
        sentence = cut(sentence);
    }

    /** A mention in an article whose relation is not known yet; null if no mention can have its status. */
    public static @Nullable Statement of(Instant at, String article, boolean live, DeadlineMention m, String sentence) {
        return Status.stated(m.status())
                .map(status -> new Statement(
                        at,
                        article,
                        false,
                        live,
                        m.start(),
                        m.due(),
                        m.alternatives(),
                        Precision.of(m.precision()),
                        status,
                        m.setBy(),
                        m.points(),
                        sentence))
                .orElse(null);
    }

    /** The same in an article of that relation to its story. */
    public Statement in(Relation relation) {
        return new Statement(
                at,
                article,
                relation.ownStory(),
                live,
                start,
                due,
                alternatives,
                precision,
                status,
                setBy,
                points,
                sentence);
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        var end = Character.isHighSurrogate(sentence.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return sentence.substring(0, end) + "…";
    }
}
