// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/** Turns a text into the sketch of its word shingles. Stateless: same text, same sketch, on any machine. */
public final class Sketcher {
    /** Words in a shingle. */
    static final int WIDTH = 4;

    /** Hashes kept of a text. */
    public static final int SIZE = 64;

    /** Texts with fewer shingles are too short to be told apart by them. */
    public static final int LEAST_SHINGLES = 12;

    /** Words read of a text; what follows cannot change what it is a copy of. */
    static final int MOST_WORDS = 40_000;

    private static final Hasher64 HASHER = Hashing.komihash5_0();

    private Sketcher() {}

    public static Sketch sketch(String text) {
        var words = Words.hashes(text, MOST_WORDS);
        if (words.length < WIDTH) {
            return new Sketch(new long[0], 0);
        }
        var shingles = new long[words.length - WIDTH + 1];
        for (var i = 0; i < shingles.length; i++) {
            shingles[i] = mix(mix(mix(words[i], words[i + 1]), words[i + 2]), words[i + 3]);
        }
        return smallest(shingles);
    }

    static long word(CharSequence word) {
        return HASHER.hashCharsToLong(word);
    }

    private static long mix(long a, long b) {
        var x = a * 0x9E3779B97F4A7C15L + b;
        x = (x ^ (x >>> 32)) * 0xD6E8FEB86659FD93L;
        return x ^ (x >>> 32);
    }

    private static Sketch smallest(long[] shingles) {
        for (var i = 0; i < shingles.length; i++) {
            shingles[i] += Long.MIN_VALUE;
        }
        Arrays.sort(shingles);
        var kept = new long[Math.min(SIZE, shingles.length)];
        var distinct = 0;
        for (var i = 0; i < shingles.length; i++) {
            if (i == 0 || shingles[i] != shingles[i - 1]) {
                if (distinct < kept.length) {
                    kept[distinct] = shingles[i] - Long.MIN_VALUE;
                }
                distinct++;
            }
        }
        return new Sketch(distinct < kept.length ? Arrays.copyOf(kept, distinct) : kept, distinct);
    }
}
