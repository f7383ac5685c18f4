// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;
import java.util.Map;

/**
 * Words by which a sentence names what a point lays down, or the opposite: whoever wants the one supports the point, whoever
 * wants the other opposes it.
 *
 * @param planned language to phrases, whose words may end in {@code *}: for a ban, "ban", "never join"
 * @param opposite likewise: for a ban, what it bans
 */
public record StanceCues(Map<String, List<String>> planned, Map<String, List<String>> opposite) {
    public static final StanceCues NONE = new StanceCues(Map.of(), Map.of());

    public StanceCues {
        planned = Map.copyOf(planned);
        opposite = Map.copyOf(opposite);
    }
}
