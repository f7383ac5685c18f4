// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.util.List;

/**
 * What belongs to the page and not to the report.
 *
 * @param starts phrases that open a sentence from which on the line is furniture
 * @param lines rules: a line that matches one is furniture
 * @param credits phrases that make a bracket furniture: photo credits
 */
public record Furniture(List<String> starts, List<Rule> lines, List<String> credits) {
    public static final Furniture NONE = new Furniture(List.of(), List.of(), List.of());

    public Furniture {
        starts = List.copyOf(starts);
        lines = List.copyOf(lines);
        credits = List.copyOf(credits);
    }
}
