// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.dossier.AlertRule;
import org.pointwatch.domain.ledger.Target;

/**
 * A dossier's own rules, then the usual ones: all kinds for points, and for the plan where it is meant as a whole; surges,
 * silences and shifts of tone for actors, too. The first one that fits a kind and a target decides. Parts of targets and
 * pairs are watched only where a rule asks for them.
 */
public record AlertRules(List<AlertRule> own) {
    public static final AlertRules USUAL = new AlertRules(List.of());

    private static final List<AlertRule> DEFAULTS = defaults();

    public AlertRules {
        own = List.copyOf(own);
    }

    private static List<AlertRule> defaults() {
        var rules = new ArrayList<AlertRule>();
        for (var kind : AlertKind.values()) {
            rules.add(AlertRule.usual(kind, Target.point("*")));
            rules.add(AlertRule.usual(kind, Target.plan("*")));
            if (kind.ofCoverage()) {
                rules.add(AlertRule.usual(kind, Target.actor("*")));
            }
        }
        return List.copyOf(rules);
    }

    /** Empty if nobody wants to be told. */
    public Optional<AlertRule> of(AlertKind kind, String target) {
        var part = Target.isFacet(target);
        return Stream.concat(own.stream(), part ? Stream.of() : DEFAULTS.stream())
                .filter(rule -> rule.fits(kind, target))
                .filter(rule -> !part || Target.isFacet(rule.targets()))
                .findFirst()
                .filter(rule -> !rule.channel().equals(AlertRule.NONE));
    }

    /** Whether anything about how the target is covered would be told. */
    public boolean watches(String target) {
        return Stream.of(AlertKind.values()).filter(AlertKind::ofCoverage).anyMatch(kind -> of(kind, target)
                .isPresent());
    }
}
