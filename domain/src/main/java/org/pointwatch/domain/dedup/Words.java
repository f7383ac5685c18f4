// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** The words of a text, folded so that typography does not tell two texts apart. */
final class Words {
    private Words() {}

    /** Hashes of the first {@code most} words: letters and digits only, compatibility-composed, lower case. */
    static long[] hashes(String text, int most) {
        var folded = fold(text);
        var out = new long[64];
        var n = 0;
        var start = -1;
        for (var i = 0; i <= folded.length() && n < most; i++) {
            var inWord = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                if (n == out.length) {
                    out = Arrays.copyOf(out, n * 2);
                }
                out[n++] = Sketcher.word(folded.subSequence(start, i));
                start = -1;
            }
        }
        return Arrays.copyOf(out, n);
    }

    private static String fold(String text) {
        var composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return visible(composed).toLowerCase(Locale.ROOT);
    }

    /** Without soft hyphens, joiners and marks of direction: some sites put them inside words. */
    private static String visible(String text) {
        if (text.chars().noneMatch(Words::isInvisible)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> !isInvisible(c)).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD || (c >= 0x200B && Character.getType(c) == Character.FORMAT);
    }
}
