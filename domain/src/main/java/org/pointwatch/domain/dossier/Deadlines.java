// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier adds to the words of deadlines that are built in.
 *
 * @param bound actor id of who must act where a sentence does not say; null leaves it open
 * @param cues language to kind to phrases, whose words may end in {@code *}
 * @param zone where days begin and end for outlets that nothing else is known of; null for UTC
 * @param outlets zones by outlet
 * @param groups zones by group of outlets
 * @param languages zones by the language of the text
 */
public record Deadlines(
        @Nullable String bound,
        Map<String, Map<DeadlineCue, List<String>>> cues,
        List<NamedDay> days,
        @Nullable ZoneId zone,
        Map<String, ZoneId> outlets,
        Map<String, ZoneId> groups,
        Map<String, ZoneId> languages) {
    public static final Deadlines NONE = new Deadlines(null, Map.of(), List.of(), null, Map.of(), Map.of(), Map.of());

    public Deadlines {
        cues = Map.copyOf(cues);
        days = List.copyOf(days);
        outlets = Map.copyOf(outlets);
        groups = Map.copyOf(groups);
        languages = Map.copyOf(languages);
    }
}
