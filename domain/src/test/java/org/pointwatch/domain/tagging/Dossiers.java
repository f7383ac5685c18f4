// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.Furniture;
import org.pointwatch.domain.dossier.PartyCues;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

/** Small dossiers about an invented quarrel between Norland and Sudland. */
final class Dossiers {
    private Dossiers() {}

    static Dossier withRules(String... rules) {
        var list = new ArrayList<Rule>();
        for (int i = 0; i < rules.length; i++) {
            list.add(new Rule("p/en/" + (i + 1), "en", rules[i]));
        }
        var point = new PlanPoint("p", "A point", Map.of(), list, List.of(), List.of(), List.of());
        return dossier(List.of(), List.of(point));
    }

    /** @param rules one English rule a point */
    static Dossier withPoints(Map<String, String> rules) {
        return dossier(
                List.of(),
                rules.entrySet().stream()
                        .map(e -> new PlanPoint(
                                e.getKey(),
                                e.getKey(),
                                Map.of(),
                                List.of(new Rule(e.getKey() + "/en/1", "en", e.getValue())),
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList());
    }

    static Dossier withGate(String gate) {
        return dossier(List.of(new Rule("gate/en/1", "en", gate)), List.of());
    }

    private static Dossier dossier(List<Rule> gate, List<PlanPoint> points) {
        var furniture = new Furniture(
                List.of("Read more"),
                List.of(new Rule("furniture/en/1", "en", "\"our website\" AND reader*")),
                List.of("via AP"));
        return new Dossier(
                "quarrel",
                "A quarrel",
                "1",
                "abc",
                List.of("en"),
                List.of(),
                Map.of(),
                gate,
                furniture,
                cues(),
                points,
                actors());
    }

    private static List<Actor> actors() {
        return List.of(
                new Actor(
                        "norland",
                        "Norland",
                        ActorKind.STATE,
                        List.of("both"),
                        List.of(new Aliases(
                                "en",
                                List.of(),
                                List.of(),
                                List.of("Norland"),
                                List.of("Norburg"),
                                List.of("Norlandic"),
                                List.of("Norburg Post"))),
                        List.of()),
                new Actor(
                        "sudland",
                        "Sudland",
                        ActorKind.STATE,
                        List.of("both"),
                        List.of(new Aliases(
                                "en",
                                List.of(),
                                List.of(),
                                List.of("Sudland", "US"),
                                List.of("Sudburg"),
                                List.of("Sudlandic", "US"),
                                List.of())),
                        List.of()),
                new Actor(
                        "smith",
                        "Ann Smith",
                        ActorKind.PERSON,
                        List.of(),
                        List.of(new Aliases(
                                "en",
                                List.of("Ann Smith", "Smith"),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("Smith College"))),
                        List.of()));
    }

    private static List<PartyCues> cues() {
        var words = new EnumMap<Cue, List<String>>(Cue.class);
        words.put(Cue.PLACE, List.of("in", "near"));
        words.put(Cue.PARTY, List.of("with", "between"));
        words.put(Cue.OPEN, List.of("to", "from", "for", "on"));
        words.put(Cue.OF, List.of("of"));
        words.put(Cue.ACT, List.of("said", "would", "reject*", "report"));
        words.put(Cue.ASK, List.of("pressed", "told"));
        words.put(Cue.DEAL, List.of("presented", "pressure"));
        words.put(Cue.MOVE, List.of("flew"));
        words.put(Cue.OFFICE, List.of("officials", "leaders", "president"));
        words.put(Cue.WORK, List.of("plan"));
        words.put(Cue.MADE, List.of("backed"));
        words.put(Cue.GROUND, List.of("capital", "border"));
        words.put(Cue.AND, List.of("and"));
        words.put(Cue.SKIP, List.of("the", "also", "senior"));
        return List.of(new PartyCues("en", words));
    }
}
