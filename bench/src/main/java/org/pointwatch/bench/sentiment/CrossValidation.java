// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges every example by a model that saw nothing of its group. */
final class CrossValidation {
    private static final int SPREAD = 0x9E3779B1;
    private static final int OTHER = 0x85EBCA6B;

    private final List<Example> judged;
    private final List<Example> besides;
    private final int folds;
    private final int division;

    /**
     * @param besides what every model is trained on besides, and what is not judged
     * @param division each number divides the examples into other parts
     */
    CrossValidation(List<Example> judged, List<Example> besides, int folds, int division) {
        this.judged = judged;
        this.besides = besides;
        this.folds = folds;
        this.division = division;
    }

    List<Judged> run(Training.Settings settings, boolean withNet) {
        var all = new ArrayList<Judged>();
        for (int f = 0; f < folds; f++) {
            var fold = f;
            var seen = judged.stream().filter(e -> home(e) != fold);
            var trained = Trained.run(Stream.concat(seen, besides.stream()).toList(), settings, withNet);
            judged.stream().filter(e -> home(e) == fold).forEach(e -> all.add(Judged.of(e, trained)));
        }
        return all;
    }

    private int home(Example example) {
        var mixed = (example.group().hashCode() ^ division * OTHER) * SPREAD;
        return Integer.remainderUnsigned(mixed >>> 3, folds);
    }
}
