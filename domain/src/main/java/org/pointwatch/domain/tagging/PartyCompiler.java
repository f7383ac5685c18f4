// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.PartyCues;

/** Puts the cue words into the vocabulary before it is frozen. */
final class PartyCompiler {
    PartyCompiler(List<PartyCues> cues, Vocabulary vocabulary) {
        for (var language : cues) {
            language.words().forEach((cue, words) -> {
                for (var word : words) {
                    Phrases.words(word).forEach(w -> vocabulary.cue(w, cue));
                }
            });
        }
    }

    PartyReader reader(Vocabulary vocabulary) {
        return new PartyReader(vocabulary.cueBits());
    }
}
