// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Tells lines of prose from layout: short lines that end like no sentence, and lines that were there before. */
final class Lines {
    /** Menus, section names, captions of links: a line of fewer words that does not end like a sentence. */
    static final int SHORT = 5;

    private int[] ends = new int[32];
    private boolean[] layout = new boolean[32];
    private int lines;
    private int kept;
    private final Set<Long> seen = new HashSet<>();

    /**
     * Ends a line.
     *
     * @param end how many words there are up to here
     * @param closes whether it ends like a sentence
     * @param bars how many signs it has that part the entries of a menu
     */
    void end(long[] words, int end, boolean closes, int bars) {
        var start = lines == 0 ? 0 : ends[lines - 1];
        if (end == start) {
            return;
        }
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, lines * 2);
            layout = Arrays.copyOf(layout, lines * 2);
        }
        var repeated = !seen.add(hash(words, start, end));
        layout[lines] = repeated || (!closes && (end - start < SHORT || bars >= 2));
        kept += layout[lines] ? 0 : end - start;
        ends[lines++] = end;
    }

    /** Moves the words of prose together and returns how many they are; a text that is mostly short lines stays whole. */
    int withoutLayout(long[] words, byte[] flags, int count) {
        if (kept == count || kept * 3 < count) {
            return count;
        }
        var to = 0;
        for (var line = 0; line < lines; line++) {
            var start = line == 0 ? 0 : ends[line - 1];
            if (!layout[line]) {
                System.arraycopy(words, start, words, to, ends[line] - start);
                System.arraycopy(flags, start, flags, to, ends[line] - start);
                to += ends[line] - start;
            }
        }
        return to;
    }

    private static long hash(long[] words, int start, int end) {
        var hash = 1L;
        for (var i = start; i < end; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + words[i];
        }
        return hash;
    }
}
