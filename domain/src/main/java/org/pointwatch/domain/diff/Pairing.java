// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.Arrays;
import java.util.List;

/** Which sentences between two that were kept say the same in other words: the likest pairs that do not cross. */
final class Pairing {
    /** Comparisons in one place; more sentences than that were replaced, not changed. */
    static final int MOST = 10_000;

    private final double[][] likeness;
    private final double[][] best;

    private Pairing(List<Line> before, List<Line> after) {
        likeness = new double[before.size()][after.size()];
        best = new double[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                var alike = Likeness.of(before.get(i).words(), after.get(j).words());
                likeness[i][j] = alike;
                var paired = alike > 0 ? alike + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
    }

    /** For each of {@code before} its place in {@code after}, -1 for none; places only rise. */
    static int[] of(List<Line> before, List<Line> after) {
        var place = new int[before.size()];
        Arrays.fill(place, -1);
        if ((long) before.size() * after.size() <= MOST) {
            new Pairing(before, after).walk(place);
        }
        return place;
    }

    private void walk(int[] place) {
        var i = 0;
        var j = 0;
        while (i < likeness.length && j < likeness[i].length) {
            var alike = likeness[i][j];
            if (alike > 0 && best[i][j] == alike + best[i + 1][j + 1]) {
                place[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
