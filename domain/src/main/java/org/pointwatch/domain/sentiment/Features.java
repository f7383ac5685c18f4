// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/**
 * What a model looks at, as numbers of slots of its table: words and their classes by side, distance, clause and quotation,
 * runs of words and of classes from the target on, and how much praise and blame stands where.
 */
public final class Features {
    /** Slots of a model's table: two to this power. */
    public static final int TABLE_BITS = 22;

    private static final int ROOM_FOR_WORD = 32;
    private static final int ROOM = 64;
    private static final int SHIFT = Integer.SIZE - TABLE_BITS;

    /** A feature of the whole sentence. */
    static final int NO_WORD = -1;

    private int[] slots;
    private int[] owners;
    private int count;

    private Features(int words) {
        slots = new int[ROOM + words * ROOM_FOR_WORD];
        owners = new int[slots.length];
    }

    /**
     * @param start of the target, as {@link SentimentScorer#score} takes it
     * @return null if the target has no word
     */
    public static @Nullable Features of(Words words, int start, int end, WordClasses classes) {
        var view = View.at(words, start, end, classes);
        return view == null ? null : of(view, classes);
    }

    /** Of the words of one sentence, looked at without a target. */
    public static Features of(Words words, int sentence, WordClasses classes) {
        return of(View.of(words, sentence, classes), classes);
    }

    static Features of(View view, WordClasses classes) {
        var features = new Features(view.length());
        new FeatureWriter(view, classes, features).write();
        return features;
    }

    void add(int hash, int word) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
            owners = Arrays.copyOf(owners, count * 2);
        }
        var mixed = hash * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        slots[count] = mixed >>> SHIFT;
        owners[count++] = word;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where the model's weights of a feature stand. */
    public int slot(int feature) {
        return slots[feature];
    }

    /** The word that a feature is about, or {@link #NO_WORD}. */
    int owner(int feature) {
        return owners[feature];
    }
}
