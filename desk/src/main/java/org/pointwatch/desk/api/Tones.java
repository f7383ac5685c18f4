// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.pointwatch.domain.ledger.Counts;

record Tones(@Says("In the outlets' own voice.") Tone own, @Says("Inside quotations.") Tone quoted) {
    static Tones of(Counts counts) {
        return new Tones(Tone.of(counts.own()), Tone.of(counts.quoted()));
    }
}
