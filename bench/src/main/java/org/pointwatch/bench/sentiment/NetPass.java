// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Arrays;
import org.pointwatch.domain.sentiment.TargetNet;

import static org.pointwatch.domain.sentiment.TargetNet.DEPTH;
import static org.pointwatch.domain.sentiment.TargetNet.FILTERS;
import static org.pointwatch.domain.sentiment.TargetNet.POOLED;
import static org.pointwatch.domain.sentiment.TargetNet.REACH;

/** One example through the net, with all that is needed for the way back. */
final class NetPass {
    private final NetWeights weights;

    /** Rows of each word. */
    private int[][] rows = {};

    private int target;

    /** By word, a word more at both ends. */
    private float[] inputs = {};

    private float[] found = {};
    final float[] pooled = new float[POOLED];

    /** The word that the most came from. */
    private final int[] from = new int[2 * FILTERS];

    NetPass(NetWeights weights) {
        this.weights = weights;
    }

    void forward(int[][] words, int targetAt) {
        rows = words;
        target = targetAt;
        inputs = new float[(words.length + 2) * DEPTH];
        found = new float[words.length * FILTERS];
        for (int w = 0; w < words.length; w++) {
            for (var row : words[w]) {
                for (int j = 0; j < DEPTH; j++) {
                    inputs[(w + 1) * DEPTH + j] += weights.rows.values[row * DEPTH + j];
                }
            }
        }
        for (int w = 0; w < words.length; w++) {
            filter(w * FILTERS, w * DEPTH);
        }
        pool();
    }

    private void filter(int to, int first) {
        System.arraycopy(weights.bias.values, 0, found, to, FILTERS);
        for (int i = 0; i < REACH * DEPTH; i++) {
            var input = inputs[first + i];
            for (int f = 0; f < FILTERS; f++) {
                found[to + f] += input * weights.filters.values[i * FILTERS + f];
            }
        }
        for (int f = to; f < to + FILTERS; f++) {
            found[f] = Math.max(0, found[f]);
        }
    }

    private void pool() {
        for (int f = 0; f < FILTERS; f++) {
            most(f, f, 0, target);
            most(FILTERS + f, f, target, rows.length - 1);
            pooled[2 * FILTERS + f] = found[target * FILTERS + f];
            var sum = 0f;
            for (int w = 0; w < rows.length; w++) {
                sum += found[w * FILTERS + f];
            }
            pooled[3 * FILTERS + f] = sum * TargetNet.mean(rows.length);
        }
    }

    private void most(int to, int filter, int first, int last) {
        var best = target;
        for (int w = first; w <= last; w++) {
            best = found[w * FILTERS + filter] > found[best * FILTERS + filter] ? w : best;
        }
        from[to] = best;
        pooled[to] = found[best * FILTERS + filter];
    }

    /** Learns from what each pooled number should have been less of. */
    void backward(float[] slopes, double rate) {
        var back = spread(slopes);
        var inputSlopes = new float[inputs.length];
        var filterSlopes = new float[REACH * DEPTH * FILTERS];
        var biasSlopes = new float[FILTERS];
        for (int w = 0; w < rows.length; w++) {
            back(Arrays.copyOfRange(back, w * FILTERS, (w + 1) * FILTERS), w * DEPTH, inputSlopes, filterSlopes);
            for (int f = 0; f < FILTERS; f++) {
                biasSlopes[f] += back[w * FILTERS + f];
            }
        }
        learn(weights.filters, filterSlopes, rate);
        learn(weights.bias, biasSlopes, rate);
        learnRows(inputSlopes, rate);
    }

    /** By word and filter; nothing where the filter found nothing. */
    private float[] spread(float[] slopes) {
        var back = new float[found.length];
        for (int f = 0; f < FILTERS; f++) {
            back[from[f] * FILTERS + f] += slopes[f];
            back[from[FILTERS + f] * FILTERS + f] += slopes[FILTERS + f];
            back[target * FILTERS + f] += slopes[2 * FILTERS + f];
            for (int w = 0; w < rows.length; w++) {
                back[w * FILTERS + f] += slopes[3 * FILTERS + f] * TargetNet.mean(rows.length);
            }
        }
        for (int i = 0; i < back.length; i++) {
            back[i] = found[i] > 0 ? back[i] : 0;
        }
        return back;
    }

    private void back(float[] slopes, int first, float[] inputSlopes, float[] filterSlopes) {
        for (int i = 0; i < REACH * DEPTH; i++) {
            var input = inputs[first + i];
            var sum = 0f;
            for (int f = 0; f < FILTERS; f++) {
                filterSlopes[i * FILTERS + f] += input * slopes[f];
            }
            for (int f = 0; f < FILTERS; f++) {
                sum += weights.filters.values[i * FILTERS + f] * slopes[f];
            }
            inputSlopes[first + i] += sum;
        }
    }

    private static void learn(Learnt learnt, float[] slopes, double rate) {
        for (int i = 0; i < slopes.length; i++) {
            learnt.step(i, slopes[i], rate);
        }
    }

    private void learnRows(float[] slopes, double rate) {
        for (int w = 0; w < rows.length; w++) {
            for (var row : rows[w]) {
                for (int j = 0; j < DEPTH; j++) {
                    weights.rows.step(row * DEPTH + j, slopes[(w + 1) * DEPTH + j], rate);
                }
            }
        }
    }
}
