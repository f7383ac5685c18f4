// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.Collection;
import java.util.Locale;
import org.pointwatch.domain.sentiment.Label;

/** How often which label was given for which. */
final class Confusion {
    private static final int LABELS = Label.values().length;

    private final int[][] counts = new int[LABELS][LABELS];
    private int all;
    private int right;

    static Confusion of(Collection<Judged> judged) {
        var confusion = new Confusion();
        judged.forEach(j -> confusion.add(j.said(), j.found()));
        return confusion;
    }

    private void add(Label said, Label found) {
        counts[said.ordinal()][found.ordinal()]++;
        all++;
        right += said == found ? 1 : 0;
    }

    private double f1(Label label) {
        var l = label.ordinal();
        var said = 0;
        var found = 0;
        for (int other = 0; other < LABELS; other++) {
            said += counts[l][other];
            found += counts[other][l];
        }
        return said + found == 0 ? 0 : 2.0 * counts[l][l] / (said + found);
    }

    private double macroF1() {
        return (f1(Label.NEGATIVE) + f1(Label.NEUTRAL) + f1(Label.POSITIVE)) / LABELS;
    }

    /** A row of a table: targets, F1 of each label, macro-F1, share of right labels. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %6d   %.3f   %.3f   %.3f   %.3f   %.3f",
                name,
                all,
                f1(Label.NEGATIVE),
                f1(Label.NEUTRAL),
                f1(Label.POSITIVE),
                macroF1(),
                all == 0 ? 0 : (double) right / all);
    }

    static String head() {
        return "%-34s %6s  negat.  neutr.  posit.   macro   right".formatted("", "n");
    }
}
