// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;
import java.util.Map;

/** The cue words of one language; a word may end in {@code *}. */
public record PartyCues(String language, Map<Cue, List<String>> words) {
    public PartyCues {
        words = Map.copyOf(words);
    }
}
