// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.pointwatch.domain.tagging.Words;

/**
 * What the features of one target add up to.
 *
 * @param step what 1 of the sums is worth
 * @param negative evidence against that of neutral, which is 0
 * @param positive likewise
 */
record Verdict(WordSums sums, double step, double negative, double positive) {
    private static final int MOST_CAUSES = 3;

    /** A word that moves a sentiment by less is no cause. */
    private static final int LEAST_CAUSE = 30;

    Sentiment sentiment() {
        return sentiment(negative, positive, List.of());
    }

    private static Sentiment sentiment(double negative, double positive, List<Cause> causes) {
        var most = Math.max(0, Math.max(negative, positive));
        var n = Math.exp(negative - most);
        var p = Math.exp(positive - most);
        var o = Math.exp(-most);
        var sum = n + o + p;
        return Sentiment.of(n / sum, o / sum, p / sum, causes);
    }

    /** With the words without which it would be another, as far as the linear weights know. */
    Sentiment withCauses(Words words) {
        return sentiment(negative, positive, causes(words));
    }

    private List<Cause> causes(Words words) {
        var against = sums.against().clone();
        var forIt = sums.forIt().clone();
        var causes = new ArrayList<Cause>(MOST_CAUSES);
        var whole = sentiment().thousandths();
        while (causes.size() < MOST_CAUSES && add(causes, words, whole, against, forIt)) {}
        return causes;
    }

    /** Takes the strongest word out of the two; returns whether there was one worth telling. */
    private boolean add(List<Cause> causes, Words words, int whole, int[] against, int[] forIt) {
        var best = 0;
        for (int w = 1; w < against.length; w++) {
            best = Math.abs(forIt[w] - against[w]) > Math.abs(forIt[best] - against[best]) ? w : best;
        }
        var without = sentiment(negative - against[best] * step, positive - forIt[best] * step, List.of());
        against[best] = 0;
        forIt[best] = 0;
        var moved = whole - without.thousandths();
        if (Math.abs(moved) < LEAST_CAUSE) {
            return false;
        }
        var word = sums.first() + best;
        causes.add(new Cause(words.start(word), words.end(word), Math.max(-1000, Math.min(1000, moved))));
        return true;
    }
}
