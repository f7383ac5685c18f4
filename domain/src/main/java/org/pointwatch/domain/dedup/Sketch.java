// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.List;

/**
 * What is kept of a text to compare it with others. All hashes are positive, distinct and ascending.
 *
 * @param body the smallest hashes of the text's word shingles, at most {@link Sketcher#SIZE}; odd if the shingle has a number
 * @param marks hashes of the text's beginning (even) and of its title (odd)
 * @param anchors the smallest hashes of names and numbers (odd) and of three that follow each other (even), at most
 *     {@link Sketcher#ANCHORS} of each
 * @param shingles how many shingles the text has
 * @param titleWords hashes of the title's words, at most {@link Sketcher#TITLE_WORDS}, ascending
 * @param titleKey the same for the same title, 0 without one
 * @param leadKey the same for texts that begin with the same words
 */
public record Sketch(
        int[] body, int[] marks, int[] anchors, int shingles, short[] titleWords, int titleKey, int leadKey) {

    int bodyBound() {
        return body.length < Sketcher.SIZE ? Integer.MAX_VALUE : body[body.length - 1];
    }

    int leadBound() {
        return bound(marks, false, Sketcher.LEAD_MARKS);
    }

    /** The largest hash up to which both kinds of anchors are complete. */
    int anchorBound() {
        return Math.min(bound(anchors, true, Sketcher.ANCHORS), bound(anchors, false, Sketcher.ANCHORS));
    }

    private static int bound(int[] hashes, boolean odd, int size) {
        var n = 0;
        var last = 0;
        for (var hash : hashes) {
            if ((hash & 1) == 1 == odd) {
                n++;
                last = hash;
            }
        }
        return n < size ? Integer.MAX_VALUE : last;
    }

    /** The same for equal sketches. */
    long content() {
        var hash = Sketcher.mix(Sketcher.mix(shingles, titleKey), leadKey);
        for (var part : List.of(body, marks, anchors)) {
            for (var i : part) {
                hash = Sketcher.mix(hash, i);
            }
        }
        return hash;
    }

    public boolean empty() {
        return body.length + marks.length + anchors.length == 0;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Sketch s
                && shingles == s.shingles
                && titleKey == s.titleKey
                && leadKey == s.leadKey
                && Arrays.equals(body, s.body)
                && Arrays.equals(marks, s.marks)
                && Arrays.equals(anchors, s.anchors)
                && Arrays.equals(titleWords, s.titleWords);
    }

    @Override
    public int hashCode() {
        return (31 * Arrays.hashCode(body) + Arrays.hashCode(marks)) * 31 + shingles;
    }

    @Override
    public String toString() {
        return "Sketch[" + body.length + " of " + shingles + " shingles, " + anchors.length + " anchors]";
    }
}
