// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;

/**
 * The smallest hashes of a text's word shingles: enough to estimate how much of one text another contains.
 *
 * @param hashes ascending as unsigned numbers, at most {@link Sketcher#SIZE}, distinct
 * @param shingles how many distinct shingles the text has
 */
public record Sketch(long[] hashes, int shingles) {

    /** The largest hash up to which this sketch holds every shingle. */
    public long bound() {
        return hashes.length < shingles ? hashes[hashes.length - 1] : -1L;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Sketch s && shingles == s.shingles && Arrays.equals(hashes, s.hashes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(hashes) + shingles;
    }

    @Override
    public String toString() {
        return "Sketch[" + hashes.length + " of " + shingles + " shingles]";
    }
}
