// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mistakes of one file, so that they can be mended in one go. */
final class Problems {
    private final String file;
    private final List<DossierProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, int column, String field, String problem, String mend) {
        found.add(new DossierProblem(file, line, column, field, problem, mend));
    }

    void add(YamlNode at, String field, String problem, String mend) {
        add(at.line(), at.column(), field, problem, mend);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<DossierProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(DossierProblem::line).thenComparingInt(DossierProblem::column))
                .toList();
    }
}
