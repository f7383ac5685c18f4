// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.util.List;

/**
 * @param memory what to remember from now on
 * @param outcomes one for each thing that could have been told; as many of them fired as there are alarms
 */
public record Verdict(TargetMemory memory, List<Alarm> alarms, List<Outcome> outcomes) {
    public Verdict {
        alarms = List.copyOf(alarms);
        outcomes = List.copyOf(outcomes);
    }
}
