// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number about a point that people watch, such as the size of an army.
 *
 * @param unit what is counted, null for a bare number
 * @param rules where such a number stands; each holds a {@code number(...)}
 */
public record WatchedFigure(String name, @Nullable String unit, List<Rule> rules) {
    public WatchedFigure {
        rules = List.copyOf(rules);
    }
}
