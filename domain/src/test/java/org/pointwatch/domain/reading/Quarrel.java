// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.DeadlineCue;
import org.pointwatch.domain.dossier.Deadlines;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.NamedDay;
import org.pointwatch.domain.dossier.Office;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

/** An invented quarrel of Norland and Sudland about a harbour. */
final class Quarrel {
    private static final Deadlines DEADLINES = new Deadlines(
            null,
            Map.of("en", Map.of(DeadlineCue.TALKS, List.of("harbour pact"), DeadlineCue.OTHER, List.of("regatta*"))),
            List.of(new NamedDay(Map.of("en", List.of("herring day")), null, List.of(LocalDate.of(2025, 11, 27)))),
            ZoneId.of("UTC"),
            Map.of("east.example", ZoneId.of("Asia/Tokyo")),
            Map.of(),
            Map.of());

    private Quarrel() {}

    static Dossier dossier() {
        return new Dossier(
                "quarrel",
                "A quarrel",
                "1",
                "abc",
                List.of("en"),
                List.of(),
                List.of(),
                Map.of(),
                List.of(new Rule("gate/en/1", "en", "norland OR sudland")),
                Furniture.NONE,
                List.of(),
                List.of(point("harbour", "harbour"), point("votes", "elections")),
                List.of(
                        actor("norland", ActorKind.STATE, "Norland", "Norlandic", List.of()),
                        actor("sudland", ActorKind.STATE, "Sudland", "Sudlandic", List.of()),
                        actor("smith", ActorKind.PERSON, "Smith", "", List.of(office("Norlandic chancellor"))),
                        actor("jones", ActorKind.PERSON, "Jones", "", List.of(office("Sudlandic president")))),
                List.of(),
                DEADLINES);
    }

    private static PlanPoint point(String id, String rule) {
        var rules = List.of(new Rule(id + "/en/1", "en", rule));
        return new PlanPoint(id, id, Map.of(), rules, List.of(), List.of(), List.of());
    }

    private static Office office(String name) {
        return new Office(null, null, Map.of("en", List.of(name)), Map.of());
    }

    private static Actor actor(String id, ActorKind kind, String name, String demonym, List<Office> offices) {
        var demonyms = demonym.isEmpty() ? List.<String>of() : List.of(demonym);
        var aliases = new Aliases("en", List.of(name), List.of(), List.of(), List.of(), demonyms, List.of(), List.of());
        return new Actor(id, name, kind, List.of(), List.of(aliases), offices);
    }
}
