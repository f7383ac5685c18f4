// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Judges every example by a model that saw nothing of its group. */
final class CrossValidation {
    private static final int SPREAD = 0x9E3779B1;

    private final List<Example> judged;
    private final List<Example> besides;
    private final int folds;

    /** @param besides what every model is trained on besides, and what is not judged */
    CrossValidation(List<Example> judged, List<Example> besides, int folds) {
        this.judged = judged;
        this.besides = besides;
        this.folds = folds;
    }

    List<Judged> run(Training.Settings settings) {
        var all = new ArrayList<Judged>();
        for (int f = 0; f < folds; f++) {
            var fold = f;
            ToIntFunction<Example> home =
                    e -> Integer.remainderUnsigned(e.group().hashCode() * SPREAD >>> 3, folds);
            var seen = judged.stream().filter(e -> home.applyAsInt(e) != fold);
            var weights = Training.run(Stream.concat(seen, besides.stream()).toList(), settings);
            judged.stream().filter(e -> home.applyAsInt(e) == fold).forEach(e -> all.add(Judged.of(e, weights)));
        }
        return all;
    }
}
