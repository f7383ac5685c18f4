// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a character when typography is taken away: lower case, without accents and compatibility forms. Worked
 * out once for each block of 256 characters, for normalising every text whole costs more than all else that is done to it.
 */
final class Fold {
    /** Ends a word. */
    static final String GAP = " ";

    /** A letter to Unicode, but written for it are signs that are none. */
    private static final char APOSTROPHE = '\u02BC';

    /** Capitals do not tell it from the other. */
    private static final char FINAL_SIGMA = '\u03C2';

    private static final int BLOCK = 256;
    private static final AtomicReferenceArray<String @Nullable []> BLOCKS = new AtomicReferenceArray<>(0x10000 / BLOCK);

    private Fold() {}

    /**
     * The folded character: {@link #GAP} if it is not part of a word, empty if it is invisible or a mark on the letter
     * before it, usually one character, sometimes more.
     */
    static String of(char c) {
        var block = BLOCKS.get(c / BLOCK);
        if (block == null) {
            block = block(c / BLOCK);
            BLOCKS.set(c / BLOCK, block);
        }
        return block[c % BLOCK];
    }

    /** Scripts that put no space between words: each character stands for itself. */
    static boolean alone(char c) {
        return c >= 0x0E00
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static String[] block(int number) {
        var block = new String[BLOCK];
        for (var i = 0; i < BLOCK; i++) {
            block[i] = fold((char) (number * BLOCK + i)).intern();
        }
        return block;
    }

    private static String fold(char c) {
        if (Character.isSurrogate(c) || c == APOSTROPHE) {
            return GAP;
        }
        if (isMark(c)) {
            return "";
        }
        var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace(FINAL_SIGMA, '\u03C3');
        var out = new StringBuilder();
        plain.chars().filter(Character::isLetterOrDigit).forEach(l -> out.append((char) l));
        return out.isEmpty() ? GAP : digits(out.toString());
    }

    /** Every script's digits as 0 to 9. */
    private static String digits(String letters) {
        var c = letters.charAt(0);
        return letters.length() == 1 && Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : letters;
    }

    private static boolean isMark(char c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK;
    }
}
