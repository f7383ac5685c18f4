// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.bench.tagger;

import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

/** Dossiers that differ from the shipped one in their points and gate alone. */
final class MadeUp {
    private MadeUp() {}

    static Dossier dossier(Dossier shipped, List<Rule> gate, List<PlanPoint> points) {
        return new Dossier(
                shipped.id(),
                shipped.title(),
                shipped.label(),
                shipped.contentHash(),
                List.of(shipped.defaultLanguage()),
                List.of(),
                Map.of(),
                gate,
                shipped.furniture(),
                shipped.cues(),
                points,
                shipped.actors());
    }

    static PlanPoint point(String id, List<Rule> rules) {
        return new PlanPoint(id, id, Map.of(), rules, List.of(), List.of(), List.of());
    }
}
