// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.tagging.Naming.Alias;

/** Finds every name of every actor; where names overlap the longest one stands. */
final class ActorFinder {
    private final int actors;
    private final PartyReader parties;
    private final Surnames surnames;
    private final Pronouns pronouns;

    ActorFinder(List<Actor> actors, Languages languages, Phrases phrases, PartyReader parties, Vocabulary vocabulary) {
        this.actors = actors.size();
        this.parties = parties;
        pronouns = new Pronouns(actors, languages, phrases, vocabulary);
        surnames = new Surnames(actors, languages);
    }

    /** @return for each actor its evidence, null where there is none */
    @Nullable
    List<Evidence>[] find(Tokens tokens, @Nullable LocalDate day, SentenceIndex index) {
        var namings = new ArrayList<Naming>();
        var offices = new ArrayList<Naming>();
        var counted = new ArrayList<Naming>();
        for (int s = 0; s < tokens.sentenceCount; s++) {
            namings.clear();
            collect(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[s + 1], namings, offices);
            if (!namings.isEmpty()) {
                parties.count(tokens, s, namings, counted);
            }
        }
        var named = surnames.settle(tokens, counted);
        if (!offices.isEmpty()) {
            new Offices(tokens, day).addTo(named, offices);
        }
        pronouns.addTo(tokens, named);
        return evidence(tokens, named, index);
    }

    /** Every naming in a sentence, whether or not it counts, with the verdict of its neighbours; offices behind names. */
    void explain(Tokens tokens, int sentence, BiConsumer<Naming, PartyReader.Verdict> out) {
        var namings = new ArrayList<Naming>();
        var offices = new ArrayList<Naming>();
        collect(tokens, tokens.sentenceFrom[sentence], tokens.sentenceFrom[sentence + 1], namings, offices);
        var verdicts = parties.verdicts(tokens, sentence, namings);
        for (int i = 0; i < verdicts.length; i++) {
            out.accept(namings.get(i), verdicts[i]);
        }
        offices.forEach(office -> out.accept(office, PartyReader.Verdict.OPEN));
    }

    private @Nullable List<Evidence>[] evidence(Tokens tokens, List<Naming> namings, SentenceIndex index) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        List<Evidence>[] found = new List[actors];
        for (var naming : namings) {
            var sentence = index.of(tokens.sentenceOf(naming.from()));
            var evidence = new Evidence(
                    tokens.start[naming.from()],
                    tokens.end[naming.to()],
                    sentence,
                    naming.alias().rule());
            PointFinder.add(found, naming.alias().actor(), evidence);
        }
        return found;
    }

    private static void collect(Tokens tokens, int from, int limit, List<Naming> out, List<Naming> offices) {
        var free = from;
        for (int t = from; t < limit; t++) {
            var names = tokens.form[t].aliases;
            if (names.length > 0 && !tokens.is(t, Tokens.FURNITURE)) {
                var best = t < free ? null : longest(tokens, names, t, limit, false);
                if (best != null) {
                    free = t + best.terms().length;
                    out.add(new Naming(t, free - 1, best));
                }
                addOffices(tokens, names, t, limit, offices);
            }
        }
    }

    /** An office may hold a name ("Ukrainian president"): it stands beside it. Several actors may have held it. */
    private static void addOffices(Tokens tokens, Alias[] names, int token, int limit, List<Naming> out) {
        var longest = longest(tokens, names, token, limit, true);
        if (longest != null) {
            for (var alias : names) {
                if (alias.form() == longest.form()
                        && alias.terms().length == longest.terms().length
                        && tokens.matches(token, alias.terms(), limit)) {
                    out.add(new Naming(token, token + alias.terms().length - 1, alias));
                }
            }
        }
    }

    private static @Nullable Alias longest(Tokens tokens, Alias[] names, int token, int limit, boolean office) {
        Alias best = null;
        for (var alias : names) {
            if (alias.form().isOffice() == office
                    && (best == null || alias.terms().length > best.terms().length)
                    && tokens.matches(token, alias.terms(), limit)) {
                best = alias;
            }
        }
        return best;
    }
}
