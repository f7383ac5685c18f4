// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Counts;

@Says("The counts of a target; articles = stories + copies + updates.")
record Tally(
        long articles,
        @Says("Those that are originals or rewrites.") long stories,
        long copies,
        long updates,
        @Says("Distinct outlets; never to be added up.") @Nullable Long outlets,
        Tones sentiment) {
    static Tally of(Counts counts, @Nullable Long outlets) {
        return new Tally(
                counts.articles(), counts.stories(), counts.copies(), counts.updates(), outlets, Tones.of(counts));
    }
}
