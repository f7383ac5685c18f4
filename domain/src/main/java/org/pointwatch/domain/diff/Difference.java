// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.List;

/**
 * One text against another.
 *
 * @param pieces in reading order: where both have something at a place, what was cut stands before what was added
 * @param before sentences of the earlier text; its kept, moved, changed and cut ones are so many
 * @param after sentences of the later text
 * @param leftOff sentences of either text that were not compared, because there are too many
 */
public record Difference(List<Piece> pieces, int before, int after, int leftOff) {
    public int count(Piece.Kind kind) {
        return (int) pieces.stream().filter(p -> p.kind() == kind).count();
    }
}
