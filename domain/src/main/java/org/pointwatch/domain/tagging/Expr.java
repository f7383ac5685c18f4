// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** A rule as it was written. */
sealed interface Expr {
    /** One word; {@code "sanction*"} and {@code "=NATO"} are modes of it. */
    record Word(String text, Mode mode) implements Expr {}

    record Phrase(List<Word> words) implements Expr {}

    record Number(double from, double to) implements Expr {}

    record And(List<Expr> parts) implements Expr {}

    record Or(List<Expr> parts) implements Expr {}

    record Not(Expr part) implements Expr {}

    /** Both, with at most {@code gap} words between; in this order if {@code ordered}. */
    record Near(Expr left, Expr right, int gap, boolean ordered) implements Expr {}

    record InSentence(Expr part) implements Expr {}

    record InTitle(Expr part) implements Expr {}

    record AtLeast(Expr part, int times) implements Expr {}

    /** {@code @zelensky} or {@code @europeans}. */
    record Reference(String id, int offset) implements Expr {}

    /** How a word is compared; all modes fold accents. */
    enum Mode {
        ANY_CASE,
        PREFIX,
        LOWER,
        CAPITALISED,
        UPPER
    }
}
