// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.Office;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;
import org.pointwatch.domain.dossier.StanceCues;

/** An invented treaty of Norland and Sudland: a cap on a fleet, no bases, and a fund. */
final class Fleets {
    private Fleets() {}

    static Dossier dossier() {
        var cap = new StanceCues(
                Map.of("en", List.of("cap", "limit*", "fleet ... scrapped")), Map.of("en", List.of("strong fleet")));
        var bases = new StanceCues(Map.of(), Map.of("en", List.of("base", "bases")));
        return new Dossier(
                "fleets",
                "The fleets",
                "1",
                "abc",
                List.of("en", "uk"),
                List.of(),
                Map.of(),
                List.of(),
                Furniture.NONE,
                List.of(),
                List.of(
                        point("fleet-cap", "fleet OR флот*", cap),
                        point("no-bases", "base OR bases", bases),
                        point("fund", "fund OR фонд*", StanceCues.NONE)),
                List.of(
                        actor("norland", ActorKind.STATE, "Norland", "Norlandic"),
                        actor("sudland", ActorKind.STATE, "Sudland", "Sudlandic"),
                        actor("smith", ActorKind.PERSON, "Smith", "", "Norlandic chancellor"),
                        actor("jones", ActorKind.PERSON, "Jones", "", "president of Ostland")));
    }

    private static PlanPoint point(String id, String rule, StanceCues cues) {
        var rules = List.of(new Rule(id + "/any/1", "any", rule));
        return new PlanPoint(id, id, Map.of(), rules, List.of(), List.of(), List.of(), cues);
    }

    private static Actor actor(String id, ActorKind kind, String name, String demonym, String... offices) {
        var names = demonym.isEmpty() ? List.of(name) : List.of(name, demonym);
        var aliases = new Aliases("any", names, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        var held = offices.length == 0
                ? List.<Office>of()
                : List.of(new Office(null, null, Map.of("en", List.of(offices)), Map.of()));
        return new Actor(id, name, kind, List.of(), List.of(aliases), held);
    }
}
