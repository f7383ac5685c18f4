// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.List;

/**
 * A sentence of one text or both.
 *
 * @param opensParagraph in the text that has it, the later one if both have it
 * @param runs several for one that changed, else one
 */
public record Piece(Kind kind, boolean opensParagraph, List<Run> runs) {
    /** What became of it. One that moved stands where the later text has it, and nowhere else. */
    public enum Kind {
        KEPT,
        MOVED,
        CHANGED,
        CUT,
        ADDED
    }

    static Piece of(Kind kind, Line line, Run.Side side) {
        return new Piece(kind, line.opensParagraph(), List.of(new Run(side, line.text())));
    }
}
