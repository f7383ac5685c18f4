// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.tagging.Naming.Form;

/**
 * Offices that stand for who holds them on the article's day. One that leaves open whose it is ("the president") counts
 * only if the article names a single holder of such an office before it, and nobody unknown beside such an office.
 */
final class Offices {
    private static final int WORDS_TO_NAME = 3;
    private static final int WORDS_TO_FORMER = 2;

    private final Tokens tokens;
    private final @Nullable LocalDate day;
    private final BitSet namedSoFar = new BitSet();
    private final Map<Integer, Integer> actorAt = new HashMap<>();
    private final Map<Integer, Boolean> strangers = new HashMap<>();

    Offices(Tokens tokens, @Nullable LocalDate day) {
        this.tokens = tokens;
        this.day = day;
    }

    /**
     * Adds the offices that count.
     *
     * @param named what counts already, in text order
     * @param offices in text order
     */
    void addTo(List<Naming> named, List<Naming> offices) {
        var names = List.copyOf(named);
        names.forEach(n -> actorAt.put(n.from(), n.alias().actor()));
        var next = 0;
        for (int i = 0; i < offices.size(); ) {
            var end = sameStretch(offices, i);
            while (next < names.size() && names.get(next).to() < offices.get(i).from()) {
                namedSoFar.set(names.get(next++).alias().actor());
            }
            var holder = holder(offices.subList(i, end));
            if (holder != null) {
                named.add(holder);
                namedSoFar.set(holder.alias().actor());
            }
            i = end;
        }
    }

    private static int sameStretch(List<Naming> offices, int first) {
        var end = first + 1;
        while (end < offices.size()
                && offices.get(end).from() == offices.get(first).from()) {
            end++;
        }
        return end;
    }

    /** Whom the office stands for, null if that is open. */
    private @Nullable Naming holder(List<Naming> readings) {
        Naming only = null;
        for (var n : readings) {
            var office = n.alias().office();
            var held = office != null && office.heldOn(day);
            if (held
                    && (n.alias().form() == Form.OFFICE
                            || namedSoFar.get(n.alias().actor()))) {
                if (only != null && only.alias().actor() != n.alias().actor()) {
                    return null;
                }
                only = n;
            }
        }
        return only == null || isFormer(only) || isNamed(only) || isStranger(only) ? null : only;
    }

    private boolean isFormer(Naming n) {
        var first = tokens.sentenceFrom[tokens.sentenceOf(n.from())];
        for (int t = n.from() - 1; t >= first && t >= n.from() - WORDS_TO_FORMER; t--) {
            if ((tokens.form[t].cues & 1 << Cue.FORMER.ordinal()) != 0) {
                return true;
            }
        }
        return false;
    }

    /** "Ukrainian President Zelensky": the name says it already. */
    private boolean isNamed(Naming n) {
        for (int t = n.to() + 1; t <= n.to() + WORDS_TO_NAME; t++) {
            if (actorAt.getOrDefault(t, -1) == n.alias().actor()) {
                return true;
            }
        }
        return false;
    }

    private boolean isStranger(Naming n) {
        return n.alias().form() == Form.OFFICE
                ? isStrangerBehind(n.to())
                : strangers.computeIfAbsent(n.alias().terms()[n.alias().terms().length - 1], this::isAnyStranger);
    }

    /** Whether the word stands beside a name that the dossier does not know, anywhere: "Moldovan President Sandu". */
    private boolean isAnyStranger(int term) {
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.has(t, term) && (isStrangerBehind(t) || isStrangerBefore(t))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStrangerBehind(int token) {
        var next = token + 1;
        return next < tokens.count && !isApart(next) && Strangers.isUnknownName(tokens, next);
    }

    private boolean isStrangerBefore(int token) {
        return token > 0 && !isApart(token) && Strangers.isUnknownName(tokens, token - 1);
    }

    private boolean isApart(int token) {
        return tokens.is(token, Tokens.COMMA_BEFORE | Tokens.STOP_BEFORE)
                || tokens.sentenceOf(token) != tokens.sentenceOf(token - 1);
    }
}
