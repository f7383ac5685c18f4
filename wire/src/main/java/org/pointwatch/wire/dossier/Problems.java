// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mistakes of the files of a dossier, so that they can be mended in one go. */
final class Problems {
    private static final int MOST = 500;

    private record Found(Place place, String field, String problem, String mend) {
        DossierProblem asProblem() {
            return new DossierProblem(place.source().file(), place.line(), place.column(), field, problem, mend);
        }
    }

    private final List<Found> found = new ArrayList<>();
    private int more;
    private boolean complete = true;

    void add(Place at, String field, String problem, String mend) {
        if (isFull()) {
            more++;
        } else {
            found.add(new Found(at, field, problem, mend));
        }
    }

    /** Something is not there, unless it is in a file that could not be read. */
    void addMissing(Place at, String field, String problem, String mend) {
        if (complete) {
            add(at, field, problem, mend);
        }
    }

    /** Some file could not be read: what it may hold is not to be missed. */
    void incomplete() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    List<DossierProblem> inOrder() {
        var order = Comparator.comparingInt((Found f) -> f.place().source().order())
                .thenComparingInt(f -> f.place().line())
                .thenComparingInt(f -> f.place().column());
        var problems = new ArrayList<>(
                found.stream().sorted(order).map(Found::asProblem).toList());
        if (more > 0) {
            var last = problems.get(problems.size() - 1);
            problems.add(new DossierProblem(
                    last.file(), last.line(), last.column(), "", "and " + more + " more problems", "mend these first"));
        }
        return List.copyOf(problems);
    }
}
