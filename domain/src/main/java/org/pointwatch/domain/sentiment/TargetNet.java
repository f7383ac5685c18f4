// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.Arrays;

/**
 * A convolution over the {@link Surroundings} of a target. Every stem and sign is a row of a table; a word is the sum of its
 * rows; filters look at three words each. What they find is pooled: the most on each side, at the target, and the mean. It
 * catches what runs of words mean, where the linear weights add one to another.
 */
public final class TargetNet {
    /** Numbers that a word is. */
    public static final int DEPTH = 32;

    public static final int FILTERS = 32;

    /** Words that a filter looks at. */
    public static final int REACH = 3;

    /** What is left of what filters found: the most left and right of the target, at the target, the mean. */
    public static final int POOLED = 4 * FILTERS;

    /** The row of stems that the net does not know; those it knows follow. */
    public static final int UNKNOWN = Surroundings.SIGNS;

    /** Negative and positive, against neutral. */
    public static final int SIDES = 2;

    private static final int LEFT = 0;
    private static final int RIGHT = FILTERS;
    private static final int AT_TARGET = 2 * FILTERS;
    private static final int MEAN = 3 * FILTERS;
    private static final int BLOCK = REACH * FILTERS;
    private static final int EMPTY = Surroundings.NO_STEM;
    private static final double HALF = 0.5;

    /**
     * As training leaves it.
     *
     * @param stems that it knows: their rows follow {@link #UNKNOWN} in this order
     * @param rows {@link #DEPTH} numbers each
     * @param filters by word (the one before, itself, the one behind), depth and filter
     * @param bias of each filter
     * @param judge by side and what was pooled
     * @param base of each side
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Parts(int[] stems, Grains rows, Grains filters, Grains bias, Grains judge, Grains base) {
        public Parts {
            check("rows", rows, (UNKNOWN + 1 + stems.length) * DEPTH);
            check("filters", filters, BLOCK * DEPTH);
            check("bias", bias, FILTERS);
            check("judge", judge, SIDES * POOLED);
            check("base", base, SIDES);
        }

        private static void check(String name, Grains grains, int length) {
            if (grains.values().length != length) {
                throw new IllegalArgumentException(
                        "a net has " + length + " numbers of " + name + ", not " + grains.values().length);
            }
        }
    }

    private final Parts parts;
    private final int[] keys;
    private final int[] homes;

    private final float[] bias;
    private final float[] judge;

    /** Rows behind all filters: what each adds to the word before it, to its own and to the one behind. */
    private final float[] table;

    /** The same for each place, which is a sum of rows. */
    private final float[] places = new float[Surroundings.PLACES * BLOCK];

    public TargetNet(Parts parts) {
        this.parts = parts;
        var size = Integer.highestOneBit(parts.stems().length * 2 + 1) * 2;
        keys = new int[size];
        homes = new int[size];
        Arrays.fill(homes, UNKNOWN);
        for (int s = 0; s < parts.stems().length; s++) {
            var at = slot(parts.stems()[s]);
            keys[at] = parts.stems()[s];
            homes[at] = UNKNOWN + 1 + s;
        }
        bias = parts.bias().weights();
        judge = parts.judge().weights();
        var filters = parts.filters().weights();
        table = new float[parts.rows().values().length / DEPTH * BLOCK];
        for (int row = 0; row < table.length / BLOCK; row++) {
            filter(row, filters);
        }
        for (int place = 0; place < Surroundings.PLACES; place++) {
            for (var sign : Surroundings.signsOf(place)) {
                add(places, place * BLOCK, table, sign * BLOCK);
            }
        }
    }

    /** As it was given. */
    public Parts parts() {
        return parts;
    }

    private void filter(int row, float[] filters) {
        for (int j = 0; j < DEPTH; j++) {
            var value = parts.rows().at(row * DEPTH + j);
            for (int word = 0; value != 0 && word < REACH; word++) {
                var to = row * BLOCK + (REACH - 1 - word) * FILTERS;
                for (int f = 0; f < FILTERS; f++) {
                    table[to + f] += value * filters[(word * DEPTH + j) * FILTERS + f];
                }
            }
        }
    }

    /** Where a stem stands, or the empty place where it would. */
    private int slot(int stem) {
        var at = (stem ^ stem >>> 16) & keys.length - 1;
        while (keys[at] != stem && keys[at] != EMPTY) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    /** The row of a stem. */
    public int row(int stem) {
        return homes[slot(stem)];
    }

    /** What speaks for negative and for positive, against neutral. */
    public double[] judge(Surroundings words) {
        var pooled = pool(found(words), words.count(), words.targetAt());
        double negative = parts.base().at(0);
        double positive = parts.base().at(1);
        for (int p = 0; p < POOLED; p++) {
            negative += pooled[p] * judge[p];
            positive += pooled[p] * judge[POOLED + p];
        }
        return new double[] {negative, positive};
    }

    /** By word and filter, a word more at both ends. */
    private float[] found(Surroundings words) {
        var found = new float[(words.count() + 2) * FILTERS];
        for (int w = 0; w < words.count(); w++) {
            if (words.stem(w) != Surroundings.NO_STEM) {
                add(found, w * FILTERS, table, row(words.stem(w)) * BLOCK);
            }
            if (words.place(w) != Surroundings.NO_PLACE) {
                add(found, w * FILTERS, places, words.place(w) * BLOCK);
            }
            for (int s = 0; s < words.signs(w); s++) {
                add(found, w * FILTERS, table, words.sign(w, s) * BLOCK);
            }
        }
        return found;
    }

    private static void add(float[] found, int to, float[] rows, int from) {
        for (int i = 0; i < BLOCK; i++) {
            found[to + i] += rows[from + i];
        }
    }

    private float[] pool(float[] found, int words, int target) {
        var pooled = new float[POOLED];
        for (int w = 0; w < words; w++) {
            var from = (w + 1) * FILTERS;
            for (int f = 0; f < FILTERS; f++) {
                found[from + f] = Math.max(0, found[from + f] + bias[f]);
            }
            sum(pooled, MEAN, found, from);
            most(pooled, w <= target ? LEFT : RIGHT, found, from);
        }
        var from = (target + 1) * FILTERS;
        most(pooled, RIGHT, found, from);
        sum(pooled, AT_TARGET, found, from);
        for (int f = MEAN; f < POOLED; f++) {
            pooled[f] *= mean(words);
        }
        return pooled;
    }

    private static void sum(float[] pooled, int to, float[] found, int from) {
        for (int f = 0; f < FILTERS; f++) {
            pooled[to + f] += found[from + f];
        }
    }

    private static void most(float[] pooled, int to, float[] found, int from) {
        for (int f = 0; f < FILTERS; f++) {
            pooled[to + f] = Math.max(pooled[to + f], found[from + f]);
        }
    }

    /** What a sum over words is multiplied by: long sentences say more, but not as many times more. */
    public static float mean(int words) {
        return (float) (HALF / Math.sqrt(words));
    }
}
