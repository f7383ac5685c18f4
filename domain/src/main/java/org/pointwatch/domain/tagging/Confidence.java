// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** How sure a mention is, 0..1: the share of such mentions that were right on the tuning sentences (docs/quality.md). */
final class Confidence {
    private static final double ONE_SENTENCE = 0.8;
    private static final double MORE_SENTENCES = 0.9;
    private static final double IN_TITLE = 0.95;

    private Confidence() {}

    static double of(List<Evidence> evidence, int titleEnd) {
        if (evidence.get(0).start() < titleEnd) {
            return IN_TITLE;
        }
        return evidence.size() > 1 ? MORE_SENTENCES : ONE_SENTENCE;
    }
}
