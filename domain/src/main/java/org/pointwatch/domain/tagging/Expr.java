// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as it was written. */
sealed interface Expr {
    /** One word, folded; {@code "sanction*"}, {@code "negotiate~"} and {@code "=NATO"} are ways to compare it. */
    record Word(String text, Match match, Capitals capitals) implements Expr {}

    record Phrase(List<Word> words) implements Expr {}

    /** A number of a text, magnitude included; of any unit if that is null. */
    record Number(double from, double to, @Nullable Unit unit) implements Expr {}

    record And(List<Expr> parts) implements Expr {}

    record Or(List<Expr> parts) implements Expr {}

    record Not(Expr part) implements Expr {}

    /** Both, with at most {@code gap} words between; in this order if {@code ordered}. */
    record Near(Expr left, Expr right, int gap, boolean ordered) implements Expr {}

    record InSentence(Expr part) implements Expr {}

    record InParagraph(Expr part) implements Expr {}

    record InTitle(Expr part) implements Expr {}

    record AtLeast(Expr part, int times) implements Expr {}

    /** {@code @zelensky} or {@code @europeans}. */
    record Reference(String id, int offset) implements Expr {}

    /** {@code #army-cap}: any rule of that point. */
    record PointReference(String id, int offset) implements Expr {}

    /** How much of a word is compared. */
    enum Match {
        WHOLE,
        PREFIX,
        STEM
    }

    /** Which capitals are asked for. */
    enum Capitals {
        ANY,
        NONE,
        FIRST,
        ALL
    }
}
