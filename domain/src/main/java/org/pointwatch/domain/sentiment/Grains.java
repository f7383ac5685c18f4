// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/**
 * Weights as they are shipped, a byte each.
 *
 * @param step what a value of 1 is worth
 */
@SuppressWarnings("ArrayRecordComponent")
public record Grains(byte[] values, float step) {
    /** The nearest there are. */
    public static Grains of(float[] weights) {
        var largest = 0f;
        for (var weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        var step = largest == 0 ? 1 : largest / Byte.MAX_VALUE;
        var values = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            values[i] = (byte) Math.round(weights[i] / step);
        }
        return new Grains(values, step);
    }

    /** What the bytes stand for. */
    float[] weights() {
        var weights = new float[values.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = at(i);
        }
        return weights;
    }

    float at(int index) {
        return values[index] * step;
    }
}
