// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.ActorKind;
import org.pointwatch.domain.dossier.Cue;
import org.pointwatch.domain.tagging.Naming.Alias;
import org.pointwatch.domain.tagging.Naming.Form;

/**
 * Pronouns that stand for a person: of those named before it in its sentence and in the one before, there must be one
 * alone, and nobody whom the dossier does not know. Inside a quotation a pronoun stands for nobody.
 */
final class Pronouns {
    private static final int NOBODY = -1;

    private final boolean[] isPerson;
    private final List<List<Alias>> pronouns = new ArrayList<>();
    private boolean used;

    Pronouns(List<Actor> actors, Languages languages, Phrases phrases, Vocabulary vocabulary) {
        isPerson = new boolean[actors.size()];
        for (int a = 0; a < actors.size(); a++) {
            isPerson[a] = actors.get(a).kind() == ActorKind.PERSON;
            var own = new ArrayList<Alias>();
            for (var aliases : languages.aliases(actors.get(a))) {
                for (var word : aliases.pronouns()) {
                    var terms = vocabulary.ids(phrases.words(word));
                    vocabulary.mark(terms[0], WordForm.PRONOUN);
                    var rule = actors.get(a).id() + "/" + aliases.language() + "/" + word;
                    own.add(new Alias(a, Form.PRONOUN, false, rule, terms, null));
                }
            }
            used |= !own.isEmpty();
            pronouns.add(own);
        }
    }

    /** Adds the pronouns that count, and puts all in text order. */
    void addTo(Tokens tokens, List<Naming> named) {
        if (!used || named.isEmpty()) {
            return;
        }
        var personAt = new int[tokens.count];
        Arrays.fill(personAt, NOBODY);
        for (var n : named) {
            if (isPerson[n.alias().actor()]) {
                personAt[n.from()] = n.alias().actor();
            }
        }
        var before = named.size();
        for (int t = 0; t < tokens.count; t++) {
            if (tokens.marked(t, WordForm.PRONOUN) && !tokens.is(t, Tokens.FURNITURE)) {
                add(tokens, t, personAt, named);
            }
        }
        if (named.size() > before) {
            named.sort(Comparator.comparingInt(Naming::from));
        }
    }

    private void add(Tokens tokens, int token, int[] personAt, List<Naming> named) {
        var sentence = tokens.sentenceOf(token);
        var from = tokens.sentenceFrom[Math.max(0, sentence - 1)];
        var only = NOBODY;
        for (int t = from; t < token; t++) {
            if (personAt[t] != NOBODY) {
                if (only != NOBODY && only != personAt[t]) {
                    return;
                }
                only = personAt[t];
            }
        }
        if (only == NOBODY || isQuoted(tokens, sentence, token) || hasStranger(tokens, from, token)) {
            return;
        }
        for (var pronoun : pronouns.get(only)) {
            if (tokens.has(token, pronoun.terms()[0])) {
                personAt[token] = only;
                named.add(new Naming(token, token, pronoun));
                return;
            }
        }
    }

    /** Two unknown names in a row, or one behind a title. */
    private static boolean hasStranger(Tokens tokens, int from, int to) {
        for (int t = from + 1; t < to; t++) {
            if (Strangers.isUnknownName(tokens, t)) {
                var title = (tokens.form[t - 1].cues & 1 << Cue.OFFICE.ordinal()) != 0;
                var pair = tokens.is(t - 1, Tokens.UPPER_FIRST)
                        && tokens.form[t - 1].aliases.length == 0
                        && !tokens.is(t, Tokens.COMMA_BEFORE | Tokens.STOP_BEFORE);
                if (title || pair) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a quotation mark that opened in the sentence is still open. */
    private static boolean isQuoted(Tokens tokens, int sentence, int token) {
        var open = false;
        for (int i = tokens.sentenceStart[sentence]; i < tokens.start[token]; i++) {
            var c = tokens.text.charAt(i);
            open = c == '"'
                    ? !open
                    : c == '\u201C' || c == '\u201E' || c == '\u00AB' || open && c != '\u201D' && c != '\u00BB';
        }
        return open;
    }
}
