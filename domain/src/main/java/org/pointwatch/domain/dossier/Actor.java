// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;

/**
 * Somebody who acts in the negotiation.
 *
 * @param groups names under which rules can refer to several actors at once
 * @param aliases one element a language
 */
public record Actor(
        String id, String name, ActorKind kind, List<String> groups, List<Aliases> aliases, List<Office> offices) {
    public Actor {
        groups = List.copyOf(groups);
        aliases = List.copyOf(aliases);
        offices = List.copyOf(offices);
    }
}
