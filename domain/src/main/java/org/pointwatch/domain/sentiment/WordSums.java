// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

/**
 * What the weights of features say, in steps: of each word, and of all.
 *
 * @param first the word that the arrays begin with
 * @param against by word, for negative
 * @param forIt by word, for positive
 * @param negative of all features, those of no word too
 * @param positive likewise
 */
@SuppressWarnings("ArrayRecordComponent")
record WordSums(int first, int[] against, int[] forIt, long negative, long positive) {
    static WordSums of(Features features, SentimentModel model, int first, int words) {
        var against = new int[words];
        var forIt = new int[words];
        var negative = 0L;
        var positive = 0L;
        for (int f = 0; f < features.count(); f++) {
            var at = features.slot(f) * 2;
            var worse = model.weight(at);
            var better = model.weight(at + 1);
            negative += worse;
            positive += better;
            var owner = features.owner(f);
            if (owner != Features.NO_WORD) {
                against[owner - first] += worse;
                forIt[owner - first] += better;
            }
        }
        return new WordSums(first, against, forIt, negative, positive);
    }
}
