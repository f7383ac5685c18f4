// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Naming.Alias;

/** Finds every name of every actor; where names overlap the longest one stands. */
final class ActorFinder {
    private final int actors;
    private final PartyReader parties;

    ActorFinder(int actors, PartyReader parties) {
        this.actors = actors;
        this.parties = parties;
    }

    /** @return for each actor its evidence, null where there is none */
    @Nullable
    List<Evidence>[] find(Tokens tokens, @Nullable LocalDate day, SentenceIndex index) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        List<Evidence>[] found = new List[actors];
        var namings = new ArrayList<Naming>();
        for (int s = 0; s < tokens.sentenceCount; s++) {
            namings.clear();
            collect(tokens, tokens.sentenceFrom[s], tokens.sentenceFrom[s + 1], namings);
            if (!namings.isEmpty()) {
                var counted = parties.counted(tokens, s, namings);
                for (int i = 0; i < counted.length; i++) {
                    if (counted[i]) {
                        add(tokens, namings.get(i), index.of(s), found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Tokens tokens, Naming naming, int sentence, @Nullable List<Evidence>[] found) {
        var actor = naming.alias().actor();
        var list = found[actor];
        if (list == null) {
            list = new ArrayList<>(4);
            found[actor] = list;
        }
        list.add(new Evidence(
                tokens.start[naming.from()],
                tokens.end[naming.to()],
                sentence,
                naming.alias().rule()));
    }

    private static void collect(Tokens tokens, int from, int limit, List<Naming> out) {
        for (int t = from; t < limit; ) {
            var names = tokens.form[t].aliases;
            var best = names.length == 0 || tokens.is(t, Tokens.FURNITURE) ? null : longest(tokens, names, t, limit);
            if (best == null) {
                t++;
            } else {
                var last = t + best.terms().length - 1;
                out.add(new Naming(t, last, best));
                t = last + 1;
            }
        }
    }

    private static @Nullable Alias longest(Tokens tokens, Alias[] names, int token, int limit) {
        Alias best = null;
        for (var alias : names) {
            if (!alias.form().isOffice()
                    && (best == null || alias.terms().length > best.terms().length)
                    && tokens.matches(token, alias.terms(), limit)) {
                best = alias;
            }
        }
        return best;
    }
}
