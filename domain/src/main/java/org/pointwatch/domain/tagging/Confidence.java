// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;

/** How sure a mention is, 0..1: about the share of such mentions in whole articles that were right (docs/quality.md). */
final class Confidence {
    private static final double ONE_SENTENCE = 0.93;
    private static final double MORE_SENTENCES = 0.97;
    private static final double IN_TITLE = 0.98;

    private Confidence() {}

    static double of(List<Evidence> evidence, int titleEnd) {
        if (evidence.get(0).start() < titleEnd) {
            return IN_TITLE;
        }
        return evidence.size() > 1 ? MORE_SENTENCES : ONE_SENTENCE;
    }
}
