// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the user may have meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate that differs in the fewest letters, if it is at all alike. */
    static Optional<String> of(String written, Collection<String> candidates) {
        var limit = Math.max(2, written.length() / 3);
        return candidates.stream()
                .filter(c -> distance(written, c) <= limit)
                .min(Comparator.comparingInt((String c) -> distance(written, c)).thenComparing(c -> c));
    }

    private static int distance(String a, String b) {
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
