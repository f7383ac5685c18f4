// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.dossier.PartyCues;
import org.pointwatch.domain.tagging.Naming.Form;

/**
 * Tells a party from a place: a country's or capital's name counts where it acts, speaks or is dealt with. First each
 * name is judged by its neighbours, then names in a list lend each other their verdict.
 */
final class PartyReader {
    private final Traits traits;

    PartyReader(Traits traits) {
        this.traits = traits;
    }

    /** Puts the cue words into the vocabulary before it is frozen. */
    static void collect(List<PartyCues> cues, Phrases phrases, Vocabulary vocabulary) {
        for (var language : cues) {
            language.words().forEach((cue, words) -> {
                for (var word : words) {
                    phrases.words(word).forEach(w -> vocabulary.cue(w, cue));
                }
            });
        }
    }

    /** Adds those namings of a sentence that count, as far as their neighbours tell. */
    void count(Tokens tokens, int sentence, List<Naming> namings, List<Naming> out) {
        var verdicts = verdicts(tokens, sentence, namings);
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == Verdict.PARTY && namings.get(i).alias().form() != Form.NOT) {
                out.add(namings.get(i));
            }
        }
    }

    enum Verdict {
        PARTY,
        PLACE,
        OPEN
    }

    Verdict[] verdicts(Tokens tokens, int sentence, List<Naming> namings) {
        var context = new PartyContext(tokens, sentence, namings);
        var verdicts = new Verdict[namings.size()];
        for (int i = 0; i < verdicts.length; i++) {
            verdicts[i] = judge(context, namings.get(i));
        }
        spread(context, verdicts, namings);
        for (int i = 0; i < verdicts.length; i++) {
            var country = namings.get(i).alias().form() == Form.LAND;
            verdicts[i] = country && verdicts[i] == Verdict.OPEN ? Verdict.PARTY : verdicts[i];
        }
        return verdicts;
    }

    private Verdict judge(PartyContext c, Naming n) {
        return switch (n.alias().form()) {
            case NAME, SHORT -> Verdict.PARTY;
            case NOT -> Verdict.PLACE;
            case OFFICE, BARE, PRONOUN -> Verdict.OPEN;
            case DEMONYM -> c.office(n) || traits.adjectiveBehind() && behindNoun(c, n) ? Verdict.PARTY : Verdict.OPEN;
            case LAND, SEAT -> judgeLand(c, n);
        };
    }

    private Verdict judgeLand(PartyContext c, Naming n) {
        if (c.made(n)) {
            return Verdict.PARTY;
        }
        if (c.possessive(n)) {
            return c.ground(n) ? Verdict.PLACE : Verdict.PARTY;
        }
        if (n.alias().adjective() && c.office(n)) {
            return Verdict.PARTY;
        }
        if (n.alias().form() == Form.SEAT && c.isDateline(n)) {
            return Verdict.PLACE;
        }
        if (c.left(n, Cue.PLACE) || c.left(n, Cue.GROUND) && !c.acts(n)) {
            return c.officeInSeat(n) || isVoice(c, n) ? Verdict.PARTY : Verdict.PLACE;
        }
        var noun = traits.genitive() ? behindNoun(c, n) : c.office(n);
        if (noun || c.left(n, Cue.ASK)) {
            return Verdict.PARTY;
        }
        return n.alias().form() == Form.SEAT ? judgeSeat(c, n) : judgeCountry(c, n);
    }

    /** A country is a party unless the words before it make it a place: "regions of", "flew to". */
    private static Verdict judgeCountry(PartyContext c, Naming n) {
        if (c.left(n, Cue.OF) || c.left(n, Cue.PARTY)) {
            return c.before(n, Cue.GROUND, 2) ? Verdict.PLACE : Verdict.PARTY;
        }
        if (c.left(n, Cue.OPEN)) {
            return c.before(n, Cue.MOVE, 4) && !c.forTo(n) ? Verdict.PLACE : Verdict.PARTY;
        }
        return c.acts(n) ? Verdict.PARTY : c.isTopic(n) ? Verdict.PLACE : Verdict.OPEN;
    }

    /** "В Кремле заявили": said there, by nobody in particular. */
    private boolean isVoice(PartyContext c, Naming n) {
        return traits.genitive() && n.alias().form() == Form.SEAT && c.acts(n);
    }

    private static boolean behindNoun(PartyContext c, Naming n) {
        return c.left(n, Cue.OFFICE) || c.left(n, Cue.WORK);
    }

    private static Verdict judgeSeat(PartyContext c, Naming n) {
        if (c.left(n, Cue.PARTY)) {
            return c.before(n, Cue.GROUND, 2) || c.before(n, Cue.MOVE, 3) ? Verdict.PLACE : Verdict.PARTY;
        }
        if (c.left(n, Cue.OF)) {
            return c.before(n, Cue.OFFICE, 2) || c.before(n, Cue.DEAL, 1) || c.before(n, Cue.WORK, 1)
                    ? Verdict.PARTY
                    : Verdict.PLACE;
        }
        if (c.left(n, Cue.OPEN)) {
            return !c.before(n, Cue.MOVE, 4) && (c.before(n, Cue.DEAL, 6) || c.before(n, Cue.OFFICE, 2) || c.forTo(n))
                    ? Verdict.PARTY
                    : Verdict.PLACE;
        }
        return c.acts(n) ? Verdict.PARTY : Verdict.OPEN;
    }

    private static void spread(PartyContext c, Verdict[] verdicts, List<Naming> namings) {
        for (int i = 1; i < verdicts.length; i++) {
            if (verdicts[i] == Verdict.OPEN && c.listed(namings.get(i - 1), namings.get(i))) {
                verdicts[i] = verdicts[i - 1];
            }
        }
        for (int i = verdicts.length - 2; i >= 0; i--) {
            if (verdicts[i] == Verdict.OPEN
                    && verdicts[i + 1] == Verdict.PARTY
                    && c.listed(namings.get(i), namings.get(i + 1))) {
                verdicts[i] = Verdict.PARTY;
            }
        }
        // A list may be settled from its end only ("Japan, Canada, and EU officials"): once more forward.
        for (int i = 1; i < verdicts.length; i++) {
            if (verdicts[i] == Verdict.OPEN
                    && verdicts[i - 1] == Verdict.PARTY
                    && c.listed(namings.get(i - 1), namings.get(i))) {
                verdicts[i] = Verdict.PARTY;
            }
        }
    }
}
