// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.tagging.Explanation.Match;
import org.pointwatch.domain.tagging.Explanation.NameVerdict;
import org.pointwatch.domain.tagging.Naming.Form;
import org.pointwatch.domain.tagging.PartyReader.Verdict;

/** Says of every naming of an actor whether it counts and why. */
final class NameExplainer {
    private record Place(int start, int end, String rule) {}

    private final List<String> actors;
    private final ActorFinder finder;

    NameExplainer(List<Actor> actors, ActorFinder finder) {
        this.actors = actors.stream().map(Actor::id).toList();
        this.finder = finder;
    }

    List<NameVerdict> explain(Tokens tokens, TagResult found, @Nullable LocalDate day) {
        var counted = counted(found);
        var verdicts = new ArrayList<NameVerdict>();
        for (int s = 0; s < tokens.sentenceCount; s++) {
            var sentence = tokens.sentence(s);
            finder.explain(tokens, s, (naming, verdict) -> {
                var match = new Match(tokens.start[naming.from()], tokens.end[naming.to()], sentence);
                var rule = naming.alias().rule();
                var counts = counted.remove(new Place(match.start(), match.end(), rule));
                var form = naming.alias().form();
                var why = counts ? whyCounted(form) : whyNot(form, verdict, day != null);
                verdicts.add(
                        new NameVerdict(actors.get(naming.alias().actor()), rule, words(form), match, counts, why));
            });
        }
        addPronouns(found, counted, verdicts);
        return verdicts;
    }

    /** What counts and is no name: of pronouns only those are told that stand for somebody. */
    private static void addPronouns(TagResult found, Set<Place> left, List<NameVerdict> out) {
        for (var actor : found.actors()) {
            for (var e : actor.evidence()) {
                if (left.contains(new Place(e.start(), e.end(), e.rule()))) {
                    var match = new Match(e.start(), e.end(), found.sentences().get(e.sentence()));
                    var why = whyCounted(Form.PRONOUN);
                    out.add(new NameVerdict(actor.actor(), e.rule(), words(Form.PRONOUN), match, true, why));
                }
            }
        }
    }

    private static Set<Place> counted(TagResult found) {
        var places = new HashSet<Place>();
        found.actors().forEach(a -> a.evidence().forEach(e -> places.add(new Place(e.start(), e.end(), e.rule()))));
        return places;
    }

    private static String words(Form form) {
        return switch (form) {
            case NAME -> "name";
            case SHORT -> "short name";
            case LAND -> "land";
            case SEAT -> "seat";
            case DEMONYM -> "demonym";
            case NOT -> "not";
            case OFFICE -> "office";
            case BARE -> "bare office";
            case PRONOUN -> "pronoun";
        };
    }

    private static String whyCounted(Form form) {
        return switch (form) {
            case NAME, NOT -> "names the actor";
            case SHORT -> "the full name is in the text, and no other bearer of this one";
            case LAND, SEAT, DEMONYM -> "a party: it acts, speaks or is dealt with";
            case OFFICE -> "the one who holds the office on that day";
            case BARE -> "the only holder of such an office who was named before";
            case PRONOUN -> "the only person who was named shortly before";
        };
    }

    private static String whyNot(Form form, Verdict verdict, boolean dated) {
        return switch (form) {
            case NAME -> "the text names another bearer of this name";
            case SHORT -> "a short name counts only beside the full one, and if the text names no other bearer";
            case LAND, SEAT, DEMONYM ->
                verdict == Verdict.PLACE
                        ? "a place here, not a party"
                        : "nothing beside it shows that a party is meant";
            case NOT -> "the dossier says that this phrase means something else";
            case OFFICE ->
                dated
                        ? "not held on that day, or a name beside it tells who is meant"
                        : "not held now, and the text has no date; or a name beside it tells who is meant";
            case BARE, PRONOUN -> "the text leaves open who is meant";
        };
    }
}
