// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Agencies.Place;

/** A short line such as {@code (with Reuters)} or {@code Le Monde avec AFP}. */
final class PartCredit {
    private PartCredit() {}

    static @Nullable Credit of(List<Token> tokens) {
        if (!Head.names(tokens)) {
            return null;
        }
        var with = false;
        for (var i = 0; i < tokens.size(); i++) {
            var found = with ? Agencies.at(tokens, i, Place.ENCLOSED) : null;
            if (found != null) {
                return new Credit(found.agency(), Credit.Where.PART);
            }
            with = Vocabulary.WITH.contains(tokens.get(i).lower())
                    || with && Vocabulary.MATERIAL.contains(tokens.get(i).lower());
        }
        return null;
    }
}
