// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;
import org.pointwatch.domain.dossier.Rule;

/**
 * One thing in a dossier that decides what is found. They come in the same order each time, which maps alone would not.
 *
 * @param kind gate, furniture, plan, rule, figure, number, or a kind of name
 * @param of the point, actor, plan or list it belongs to
 * @param id a rule's id, else what it is
 */
record DossierEntry(String kind, String of, String language, String id, String text) {
    private static final String ANY = "any";

    static List<DossierEntry> all(Dossier dossier) {
        var all = new ArrayList<DossierEntry>();
        all.addAll(rules("gate", "gate", dossier.gate()));
        all.addAll(texts("furniture", "starts", ANY, dossier.furniture().starts()));
        all.addAll(rules("furniture", "lines", dossier.furniture().lines()));
        all.addAll(texts("furniture", "credits", ANY, dossier.furniture().credits()));
        dossier.plans().forEach(p -> all.addAll(rules("plan", p.id(), p.cited())));
        new TreeMap<>(dossier.numbering())
                .forEach((language, words) -> all.addAll(texts("numbering", "numbering", language, words)));
        dossier.cues().forEach(c -> new TreeMap<>(c.words())
                .forEach((cue, words) ->
                        all.addAll(texts("cue", cue.name().toLowerCase(Locale.ROOT), c.language(), words))));
        dossier.points().forEach(p -> add(p, all));
        dossier.actors().forEach(a -> add(a, all));
        return all;
    }

    private static void add(PlanPoint point, List<DossierEntry> out) {
        new TreeMap<>(point.numbers())
                .forEach((plan, numbers) ->
                        out.add(new DossierEntry("number", point.id(), ANY, plan, plan + " " + numbers)));
        out.addAll(rules("rule", point.id(), point.rules()));
        point.figures().forEach(f -> out.addAll(rules("figure", point.id(), f.rules())));
    }

    private static void add(Actor actor, List<DossierEntry> out) {
        actor.aliases().forEach(a -> add(actor.id(), a, out));
        for (var office : actor.offices()) {
            var time = " from " + office.from() + " to " + office.to();
            new TreeMap<>(office.names())
                    .forEach((language, names) -> out.addAll(timed("office", actor, language, names, time)));
            new TreeMap<>(office.bare())
                    .forEach((language, names) -> out.addAll(timed("bare office", actor, language, names, time)));
        }
    }

    private static List<DossierEntry> timed(
            String kind, Actor actor, String language, List<String> names, String time) {
        return names.stream()
                .map(n -> new DossierEntry(kind, actor.id(), language, n, n + time))
                .toList();
    }

    private static void add(String actor, Aliases aliases, List<DossierEntry> out) {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        forms.put("name", aliases.names());
        forms.put("short name", aliases.shortNames());
        forms.put("land", aliases.lands());
        forms.put("seat", aliases.seats());
        forms.put("demonym", aliases.demonyms());
        forms.put("not", aliases.not());
        forms.forEach((form, names) -> out.addAll(texts(form, actor, aliases.language(), names)));
    }

    private static List<DossierEntry> rules(String kind, String of, List<Rule> rules) {
        return rules.stream()
                .map(r -> new DossierEntry(kind, of, r.language(), r.id(), r.text()))
                .toList();
    }

    private static List<DossierEntry> texts(String kind, String of, String language, List<String> texts) {
        return texts.stream()
                .map(t -> new DossierEntry(kind, of, language, t, t))
                .toList();
    }
}
