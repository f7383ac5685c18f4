// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;

/**
 * The phrases that name an actor in one language. A capital in a phrase asks for one in the text; a word may end in
 * {@code *}, for inflection.
 *
 * @param names count wherever they stand
 * @param shortNames names that others bear too: count only if the text leaves one reading
 * @param lands names of countries: count only as a party, never as a place
 * @param seats capitals and palaces that stand for a government: likewise, and stricter
 * @param demonyms adjectives: count before a noun of office or work, such as "officials" and "draft"; a land that is
 *     also an adjective (US) stands here as well
 * @param pronouns words that may stand for a person who was named before ("she")
 * @param not phrases that hold one of the above and mean something else
 */
public record Aliases(
        String language,
        List<String> names,
        List<String> shortNames,
        List<String> lands,
        List<String> seats,
        List<String> demonyms,
        List<String> pronouns,
        List<String> not) {
    public Aliases {
        names = List.copyOf(names);
        shortNames = List.copyOf(shortNames);
        lands = List.copyOf(lands);
        seats = List.copyOf(seats);
        demonyms = List.copyOf(demonyms);
        pronouns = List.copyOf(pronouns);
        not = List.copyOf(not);
    }
}
