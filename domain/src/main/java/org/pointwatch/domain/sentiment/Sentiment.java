// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one sentence speaks of one target.
 *
 * @param label always {@link Label#of} the thousandths
 * @param thousandths -1000..1000, rounded once
 * @param causes the words that moved it most, the strongest first; empty if the scorer cannot tell them
 * @param note why there is no judgement, null if there is one; then the sentiment is neutral and counts nowhere
 */
public record Sentiment(Label label, int thousandths, List<Cause> causes, @Nullable String note) {
    private static final int WHOLE = 1000;

    public Sentiment {
        if (Math.abs(thousandths) > WHOLE || label != Label.of(thousandths)) {
            throw new IllegalArgumentException(label + " does not go with " + thousandths + " thousandths");
        }
        causes = List.copyOf(causes);
    }

    public static Sentiment of(int thousandths, List<Cause> causes) {
        return new Sentiment(Label.of(thousandths), thousandths, causes, null);
    }

    /**
     * From the probabilities of a classifier: their difference, moved out of the neutral band or into it if the likeliest
     * label says so. Of equal labels the neutral one wins.
     */
    public static Sentiment of(double negative, double neutral, double positive, List<Cause> causes) {
        var score = (int) Math.round(WHOLE * Math.max(-1, Math.min(1, positive - negative)));
        var band = Label.NEUTRAL_BAND;
        if (neutral >= negative && neutral >= positive || negative == positive) {
            return of(Math.max(-band, Math.min(band, score)), causes);
        }
        return of(positive > negative ? Math.max(band + 1, score) : Math.min(-band - 1, score), causes);
    }

    /** No judgement, with the reason in a few words. */
    public static Sentiment abstained(String note) {
        return new Sentiment(Label.NEUTRAL, 0, List.of(), note);
    }

    public boolean isAbstention() {
        return note != null;
    }

    /** -1..1. */
    public double score() {
        return thousandths / (double) WHOLE;
    }
}
