// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Aliases;
import org.pointwatch.domain.tagging.Naming.Alias;
import org.pointwatch.domain.tagging.Naming.Form;

/** Finds every name of every actor; where names overlap the longest one stands. */
final class ActorFinder {
    private static final Alias[] NO_ALIASES = {};

    private final List<String> actors;
    private final List<Alias> aliases = new ArrayList<>();
    private final Alias[][] byFirstTerm;
    private final PartyReader parties;

    ActorFinder(List<Actor> actors, PartyCompiler cues, Vocabulary vocabulary) {
        this.actors = actors.stream().map(Actor::id).toList();
        for (int a = 0; a < actors.size(); a++) {
            for (var names : actors.get(a).aliases()) {
                add(a, actors.get(a), names, vocabulary);
            }
        }
        parties = cues.reader(vocabulary);
        byFirstTerm = index(vocabulary.size());
    }

    private void add(int index, Actor actor, Aliases names, Vocabulary vocabulary) {
        var rule = actor.id() + "/" + names.language() + "/";
        Map<Form, List<String>> forms = Map.of(
                Form.NAME, names.names(),
                Form.LAND, names.lands(),
                Form.SEAT, names.seats(),
                Form.DEMONYM, names.demonyms(),
                Form.NOT, names.not());
        for (var form : Form.values()) {
            for (var text : forms.getOrDefault(form, List.of())) {
                var adjective = names.demonyms().contains(text);
                aliases.add(new Alias(index, form, adjective, rule + text, vocabulary.ids(Phrases.name(text))));
            }
        }
        if (actor.kind() == ActorKind.PERSON && names.names().isEmpty()) {
            throw new IllegalArgumentException("person without a name: " + actor.id());
        }
    }

    private Alias[][] index(int terms) {
        var lists = new HashMap<Integer, List<Alias>>();
        for (var alias : aliases) {
            if (alias.terms().length > 0) {
                lists.computeIfAbsent(alias.terms()[0], t -> new ArrayList<>()).add(alias);
            }
        }
        var table = new Alias[terms][];
        for (int t = 0; t < terms; t++) {
            table[t] = lists.containsKey(t) ? lists.get(t).toArray(Alias[]::new) : NO_ALIASES;
        }
        return table;
    }

    List<ActorMention> find(Tokens tokens, SentenceIndex index) {
        var cues = parties.cues(tokens);
        var evidence = new HashMap<Integer, List<Evidence>>();
        var namings = new ArrayList<Naming>();
        for (int s = 0; s < tokens.sentenceCount; s++) {
            namings.clear();
            collect(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[s + 1], namings);
            if (!namings.isEmpty()) {
                var counted = parties.counted(tokens, cues, s, namings);
                for (int i = 0; i < counted.length; i++) {
                    if (counted[i]) {
                        var naming = namings.get(i);
                        evidence.computeIfAbsent(naming.alias().actor(), a -> new ArrayList<>())
                                .add(evidence(tokens, naming, index.of(s)));
                    }
                }
            }
        }
        return mentions(evidence);
    }

    private static Evidence evidence(Tokens tokens, Naming naming, int sentence) {
        return new Evidence(
                tokens.start[naming.from()],
                tokens.end[naming.to()],
                sentence,
                naming.alias().rule());
    }

    private List<ActorMention> mentions(Map<Integer, List<Evidence>> evidence) {
        var mentions = new ArrayList<ActorMention>(evidence.size());
        for (int a = 0; a < actors.size(); a++) {
            var found = evidence.get(a);
            if (found != null) {
                mentions.add(new ActorMention(actors.get(a), null, List.copyOf(found)));
            }
        }
        return mentions;
    }

    private void collect(Tokens tokens, int from, int limit, List<Naming> out) {
        for (int t = from; t < limit; ) {
            var best = tokens.is(t, Tokens.FURNITURE) ? null : longest(tokens, t, limit);
            if (best == null) {
                t++;
            } else {
                var last = t + best.terms().length - 1;
                out.add(new Naming(t, last, best));
                t = last + 1;
            }
        }
    }

    private @Nullable Alias longest(Tokens tokens, int token, int limit) {
        Alias best = null;
        for (int i = tokens.termsFrom[token]; i < tokens.termsFrom[token + 1]; i++) {
            for (var alias : byFirstTerm[tokens.terms[i]]) {
                if ((best == null || alias.terms().length > best.terms().length)
                        && tokens.matches(token, alias.terms(), limit)) {
                    best = alias;
                }
            }
        }
        return best;
    }
}
