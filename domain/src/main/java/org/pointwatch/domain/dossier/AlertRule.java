// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

import java.time.Duration;
import java.util.List;

/**
 * How alerts of a kind about some targets are to behave.
 *
 * @param targets a target, or its beginning and an asterisk: {@code point:*}
 * @param thresholds what they mean depends on the kind; only {@link AlertKind#DEADLINE_NEAR} may have several
 * @param cooldown for so long nothing of this kind is told about the same target again
 * @param channel where it goes, such as {@code desk}; {@value #NONE} for nowhere
 */
public record AlertRule(AlertKind kind, String targets, List<Double> thresholds, Duration cooldown, String channel) {
    public static final String NONE = "none";
    public static final String DESK = "desk";

    public AlertRule {
        thresholds = List.copyOf(thresholds);
    }

    /** As it is told where the dossier does not say otherwise. */
    public static AlertRule usual(AlertKind kind, String targets) {
        return new AlertRule(kind, targets, kind.thresholds(), kind.cooldown(), DESK);
    }

    public boolean fits(AlertKind wanted, String target) {
        if (kind != wanted) {
            return false;
        }
        var open = targets.endsWith("*");
        return open ? target.startsWith(targets.substring(0, targets.length() - 1)) : target.equals(targets);
    }

    public double threshold() {
        return thresholds.get(0);
    }
}
