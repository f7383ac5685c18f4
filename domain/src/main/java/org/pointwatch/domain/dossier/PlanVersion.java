// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of the plan, such as {@code us-28}, and the day it became known.
 *
 * @param cited rules: a sentence that matches one speaks of this version
 */
public record PlanVersion(String id, String name, LocalDate date, List<Rule> cited) {
    public PlanVersion {
        cited = List.copyOf(cited);
    }
}
