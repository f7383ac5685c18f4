// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.reading;

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
import org.pointwatch.domain.dossier.WatchedFigure;

/** An invented quarrel: Norland, Ann Smith and Bob Brown, an army and a fund. */
public final class QuarrelDossier {
    private QuarrelDossier() {}

    public static Dossier dossier() {
        var army = point(
                "army",
                "army AND (cap OR size OR ceiling)",
                new WatchedFigure(
                        "size",
                        "persons",
                        List.of(rule("army/figure/1/en/1", "number(100000..900000) NEAR/6 (army OR troops)"))));
        var fund = point(
                "fund",
                "fund",
                new WatchedFigure(
                        "money", "USD or EUR", List.of(rule("fund/figure/1/en/1", "number(1bn..900bn) NEAR/6 fund"))),
                new WatchedFigure("share", "%", List.of(rule("fund/figure/2/en/1", "number(1..99 %) NEAR/6 profits"))));
        return new Dossier(
                "quarrel",
                "A quarrel",
                "1",
                "abc",
                List.of("en", "uk", "de"),
                List.of(),
                Map.of(),
                List.of(),
                new Furniture(List.of("Read more"), List.of(), List.of()),
                List.of(cues()),
                List.of(army, fund),
                List.of(
                        person("smith", "Ann Smith", "she"),
                        person("brown", "Bob Brown", "he"),
                        new Actor("norland", "Norland", ActorKind.STATE, List.of(), List.of(lands()), List.of())));
    }

    private static PlanPoint point(String id, String rule, WatchedFigure... figures) {
        return new PlanPoint(
                id, id, Map.of(), List.of(rule(id + "/en/1", rule)), List.of(figures), List.of(), List.of());
    }

    private static Rule rule(String id, String text) {
        return new Rule(id, "en", text);
    }

    private static Aliases lands() {
        return new Aliases(
                "en",
                List.of(),
                List.of(),
                List.of("Norland"),
                List.of("Norburg"),
                List.of("Norlandic"),
                List.of(),
                List.of());
    }

    private static Actor person(String id, String name, String pronoun) {
        var surname = name.substring(name.indexOf(' ') + 1);
        var aliases = new Aliases(
                "en", List.of(name, surname), List.of(), List.of(), List.of(), List.of(), List.of(pronoun), List.of());
        return new Actor(id, name, ActorKind.PERSON, List.of(), List.of(aliases), List.of());
    }

    private static PartyCues cues() {
        var words = new EnumMap<Cue, List<String>>(Cue.class);
        words.put(Cue.PLACE, List.of("in"));
        words.put(Cue.ACT, List.of("said", "would", "says"));
        words.put(Cue.OFFICE, List.of("officials", "minister"));
        words.put(Cue.AND, List.of("and"));
        return new PartyCues("en", words);
    }
}
