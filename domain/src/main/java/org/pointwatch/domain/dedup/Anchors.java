// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a paraphrase keeps of a text: its names and numbers, and which of them stand next to each other. Another report of
 * the same event has some of the same names, in other company.
 */
final class Anchors {
    /** Anchors in a run: two are often a first name and a surname, which everyone who writes about a subject has. */
    private static final int RUN = 3;

    private static final long SALT = 0x414E4348;

    private Anchors() {}

    /**
     * Hashes of single anchors (odd) and of runs of them (even), each the smallest; in what order those of a run come does
     * not matter, for a sentence may be turned round.
     *
     * @param size most of each
     */
    static int[] of(Words words, int size) {
        var anchors = anchors(words);
        var single = new int[anchors.length];
        for (var i = 0; i < anchors.length; i++) {
            single[i] = Sketcher.positive(Sketcher.mix(SALT, anchors[i])) | 1;
        }
        return IntStream.concat(IntStream.of(Smallest.of(single, size)), IntStream.of(Smallest.of(runs(anchors), size)))
                .sorted()
                .toArray();
    }

    private static int[] runs(long[] anchors) {
        var runs = new int[Math.max(0, anchors.length - RUN + 1)];
        var run = new long[RUN];
        for (var i = 0; i < runs.length; i++) {
            System.arraycopy(anchors, i, run, 0, RUN);
            Arrays.sort(run);
            var hash = 0L;
            for (var anchor : run) {
                hash = Sketcher.mix(hash, anchor);
            }
            runs[i] = Sketcher.positive(hash) & ~1;
        }
        return runs;
    }

    static boolean isSingle(int hash) {
        return (hash & 1) == 1;
    }

    /** A bit for each single anchor: two texts are compared only if enough of the bits agree. */
    static long signature(int[] anchors) {
        var bits = 0L;
        for (var hash : anchors) {
            bits |= isSingle(hash) ? 1L << (hash >>> 4) : 0;
        }
        return bits;
    }

    static boolean alike(long names, long others) {
        return Long.bitCount(names & others) * 5 >= 2 * Math.min(Long.bitCount(names), Long.bitCount(others));
    }

    /** Numbers and names outside quotation marks; the first word of a sentence is a name only if it has its capital elsewhere too. */
    private static long[] anchors(Words words) {
        var names = new LongSet();
        for (var i = 0; i < words.count(); i++) {
            if (words.is(i, Words.CAPITAL) && !words.is(i, Words.FIRST)) {
                names.add(words.hash(i));
            }
        }
        var anchors = new long[words.count()];
        var n = 0;
        for (var i = 0; i < words.count(); i++) {
            var anchor = words.is(i, Words.NUMBER) || (words.is(i, Words.CAPITAL) && names.contains(words.hash(i)));
            if (anchor && !words.is(i, Words.QUOTED) && (n == 0 || anchors[n - 1] != words.hash(i))) {
                anchors[n++] = words.hash(i);
            }
        }
        return Arrays.copyOf(anchors, n);
    }
}
