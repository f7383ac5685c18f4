// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Random;

/** Numbers of a net while they are learnt, by AdaGrad. What is kept is their mean at several times. */
final class Learnt {
    private static final double START = 1e-4;

    final float[] values;
    private final float[] squares;
    private final float[] sums;
    private int times;

    Learnt(int length) {
        values = new float[length];
        squares = new float[length];
        sums = new float[length];
    }

    static Learnt random(int length, double spread, Random random) {
        var learnt = new Learnt(length);
        for (int i = 0; i < length; i++) {
            learnt.values[i] = (float) (random.nextGaussian() * spread);
        }
        return learnt;
    }

    void step(int at, float slope, double rate) {
        if (slope != 0) {
            squares[at] += slope * slope;
            values[at] -= (float) (rate * slope / (START + Math.sqrt(squares[at])));
        }
    }

    void remember() {
        times++;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** Takes the mean of what was remembered for what was learnt. */
    void settle() {
        for (int i = 0; i < values.length; i++) {
            values[i] = sums[i] / times;
        }
    }
}
