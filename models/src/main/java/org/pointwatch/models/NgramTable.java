// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.util.BitSet;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is known of n-grams of one to three letters: an open-addressed table, asked without making a string of each. A text
 * has the n-grams that the library's extractor finds in it: none is a blank, or has one between two letters. Immutable.
 */
final class NgramTable {
    private static final int LONGEST = 3;
    private static final char BLANK = ' ';

    private final long[] keys;
    private final float[][] rows;

    /** @param known n-grams, none of them empty or with a U+0000 */
    NgramTable(Map<String, float[]> known) {
        var size = Integer.highestOneBit(Math.max(1, known.size())) * 4;
        keys = new long[size];
        rows = new float[size][];
        known.forEach((ngram, row) -> {
            var slot = slot(key(ngram));
            keys[slot] = key(ngram);
            rows[slot] = row;
        });
    }

    /** Tells the row of each known n-gram of a text, once each. */
    void forEach(String text, Consumer<float[]> told) {
        var seen = new BitSet(keys.length);
        var padded = padded(text);
        for (var i = 0; i < padded.length(); i++) {
            var key = 0L;
            for (var length = 1; length <= LONGEST && i + length <= padded.length(); length++) {
                var letter = padded.charAt(i + length - 1);
                key = key << Character.SIZE | letter;
                if (length == 2 || padded.charAt(i + length / 2) != BLANK) {
                    tell(key, seen, told);
                }
            }
        }
    }

    private void tell(long key, BitSet seen, Consumer<float[]> told) {
        var slot = slot(key);
        if (keys[slot] == key && !seen.get(slot)) {
            seen.set(slot);
            told.accept(rows[slot]);
        }
    }

    private static String padded(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var from = text.charAt(0) == BLANK ? "" : " ";
        return text.charAt(text.length() - 1) == BLANK ? from + text : from + text + " ";
    }

    private static long key(String ngram) {
        var key = 0L;
        for (var i = 0; i < ngram.length(); i++) {
            key = key << Character.SIZE | ngram.charAt(i);
        }
        return key;
    }

    private int slot(long key) {
        var mask = keys.length - 1;
        var mixed = key * 0x9E3779B97F4A7C15L;
        var at = (int) (mixed >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
