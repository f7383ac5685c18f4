// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** Judges how a sentence sounds, whoever it is about. A pure function, safe for many threads. */
public interface ToneScorer {
    /** Whether such a text is judged at all. */
    boolean speaks(@Nullable String language);

    /** In thousandths, -1000..1000. */
    int tone(Words words, int sentence);
}
