// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a rule a stretch of text has.
 *
 * @param share 1 if it matches, less if not
 * @param lacks empty if it matches
 * @param found stretches of tokens, both ends inclusive
 */
record Fit(double share, List<Lack> lacks, List<Run> found) {
    record Run(int from, int to) {}

    /** As good as nothing, and no reason. */
    static final Fit NOTHING = new Fit(0, List.of(), List.of());

    static Fit lacking(double share, Lack lack) {
        return new Fit(share, List.of(lack), List.of());
    }

    static Fit lacking(double share, Lack lack, List<Run> found) {
        return new Fit(share, List.of(lack), found);
    }

    static Fit of(Spans spans) {
        return new Fit(
                1,
                List.of(),
                Stream.iterate(0, i -> i < spans.size(), i -> i + 1)
                        .map(i -> new Run(spans.from(i), spans.to(i)))
                        .toList());
    }

    boolean matches() {
        return lacks.isEmpty();
    }

    Fit with(List<Run> other) {
        return new Fit(share, lacks, List.copyOf(other));
    }

    Fit withShare(double other) {
        return new Fit(other, lacks, found);
    }
}
