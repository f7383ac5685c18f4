// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much two sentences have of one another, by the words they share wherever these stand. */
final class Likeness {
    /** Half of both sentences' words: below it, two sentences about one thing are not one sentence in other words. */
    private static final double LEAST = 0.5;

    /** Of the shorter one, where the other only says more: a clause cut off, a dateline put in front. */
    private static final double LEAST_CONTAINED = 0.8;

    private static final int LEAST_WORDS = 5;

    private Likeness() {}

    /** 0 for sentences that are not one another's, else more the more they share. */
    static double of(List<String> a, List<String> b) {
        var common = common(a, b);
        var shorter = Math.min(a.size(), b.size());
        if (shorter == 0) {
            return 0;
        }
        var both = 2.0 * common / (a.size() + b.size());
        var contained = shorter >= LEAST_WORDS && common >= LEAST_CONTAINED * shorter;
        return both >= LEAST || contained ? both : 0;
    }

    private static int common(List<String> a, List<String> b) {
        Map<String, Integer> left = new HashMap<>();
        a.forEach(word -> left.merge(word, 1, Integer::sum));
        var common = 0;
        for (var word : b) {
            var n = left.getOrDefault(word, 0);
            if (n > 0) {
                left.put(word, n - 1);
                common++;
            }
        }
        return common;
    }
}
