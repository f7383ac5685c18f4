// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
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
import org.pointwatch.domain.dossier.PlanVersion;
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

    static Dossier withActors(Actor... actors) {
        return dossier(List.of(), List.of(), Map.of(), List.of(), List.of(actors));
    }

    /** Two versions of a plan that number the same points differently. */
    static Dossier withTwoPlans() {
        var plans = List.of(
                plan("long", LocalDate.of(2025, 11, 20), "\"long plan\""),
                plan("short", LocalDate.of(2025, 12, 24), "\"short plan\""));
        var points = List.of(numbered("army", 6, 4), numbered("pact", 7, 6), numbered("mines", 22, 7));
        return dossier(plans, List.of(), Map.of("en", List.of("point", "points")), points, List.of());
    }

    private static PlanVersion plan(String id, LocalDate date, String cited) {
        return new PlanVersion(id, id, date, List.of(new Rule(id + "/en/1", "en", cited)));
    }

    private static PlanPoint numbered(String id, int inLong, int inShort) {
        return new PlanPoint(
                id,
                id,
                Map.of("long", List.of(inLong), "short", List.of(inShort)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Dossier withGate(String gate) {
        return dossier(List.of(new Rule("gate/en/1", "en", gate)), List.of());
    }

    private static Dossier dossier(List<Rule> gate, List<PlanPoint> points) {
        return dossier(List.of(), gate, Map.of(), points, actors());
    }

    private static Dossier dossier(
            List<PlanVersion> plans,
            List<Rule> gate,
            Map<String, List<String>> numbering,
            List<PlanPoint> points,
            List<Actor> actors) {
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
                plans,
                numbering,
                gate,
                furniture,
                cues(),
                points,
                actors);
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
                                List.of(),
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
                                List.of(),
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
        words.put(Cue.OFFICE, List.of("officials", "leaders", "president", "minister"));
        words.put(Cue.WORK, List.of("plan"));
        words.put(Cue.MADE, List.of("backed"));
        words.put(Cue.GROUND, List.of("capital", "border", "north"));
        words.put(Cue.AND, List.of("and"));
        words.put(Cue.FORMER, List.of("former", "ex"));
        words.put(Cue.SKIP, List.of("the", "also", "senior"));
        return List.of(new PartyCues("en", words));
    }
}
