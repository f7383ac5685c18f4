// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pointwatch.domain.tagging.Words;

/** The phrases of a language, looked up by their first word. Kinds that mean something else in longer phrases give way. */
final class Lexicon {
    private static final String[] NOTHING = {};
    private static final Map<String, Lexicon> LANGUAGES = Map.of(
            "en", new Lexicon(StanceTables.ENGLISH, false),
            "uk", new Lexicon(StanceTables.UKRAINIAN, true),
            "ru", new Lexicon(StanceTables.RUSSIAN, true),
            "de", new Lexicon(StanceTables.GERMAN, false),
            "fr", new Lexicon(StanceTables.FRENCH, false),
            "es", new Lexicon(SpanishTable.PHRASES, true),
            "pl", new Lexicon(PolishTable.PHRASES, true));
    private static final Lexicon UNKNOWN = new Lexicon(Map.of(), false);

    /** Whether a clause may do without a subject that is known. */
    final boolean dropsSubjects;

    private final Map<String, List<String[]>> operators = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** Words in a row, without the first. */
    private record Phrase(String[] rest, int kind) {}

    private Lexicon(Map<Integer, String> table, boolean dropsSubjects) {
        this.dropsSubjects = dropsSubjects;
        var kinds = new HashMap<String, Integer>();
        table.forEach((kind, list) -> distinct(list).forEach(p -> kinds.merge(p, kind, (x, y) -> x | y)));
        kinds.forEach((written, kind) -> {
            var words = written.split(" ");
            var rest = words.length == 1 ? NOTHING : Arrays.copyOfRange(words, 1, words.length);
            phrases.computeIfAbsent(words[0], w -> new ArrayList<>()).add(new Phrase(rest, kind));
            if ((kind & Kind.OPERATOR) != 0) {
                operators.computeIfAbsent(words[0], w -> new ArrayList<>()).add(rest);
            }
        });
        phrases.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Phrase p) -> p.rest.length).reversed()));
    }

    private static Set<String> distinct(String list) {
        var all = new HashSet<String>();
        for (var written : list.split(",")) {
            spell(written.strip().split(" "), 0, "", all);
        }
        return all;
    }

    /** "no|little need for" is two phrases. */
    private static void spell(String[] words, int at, String before, Set<String> all) {
        if (at == words.length) {
            all.add(before);
            return;
        }
        for (var word : words[at].split("\\|")) {
            spell(words, at + 1, (before.isEmpty() ? "" : before + " ") + Words.plain(word), all);
        }
    }

    static Lexicon of(String language) {
        return LANGUAGES.getOrDefault(language, UNKNOWN);
    }

    /** Whether a position can begin with a word of the sentence: no more, but soon told. */
    boolean hasOperator(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (VerbChain.opensPromise(words.plain(i))) {
                return true;
            }
            var open = operators.get(words.plain(i));
            if (open != null) {
                for (var rest : open) {
                    if (matches(rest, words, i + 1, to)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Writes what begins at a word: for every kind the longest phrase. */
    void mark(Words words, int at, int limit, Scene into, int index) {
        var open = phrases.get(words.plain(at));
        if (open == null) {
            return;
        }
        for (var phrase : open) {
            var more = phrase.kind & ~into.kinds[index];
            if (more != 0 && matches(phrase.rest, words, at + 1, limit)) {
                into.add(index, more, phrase.rest.length + 1);
            }
        }
    }

    private static boolean matches(String[] rest, Words words, int from, int limit) {
        if (from + rest.length > limit) {
            return false;
        }
        for (int i = 0; i < rest.length; i++) {
            if (!words.plain(from + i).equals(rest[i])) {
                return false;
            }
        }
        return true;
    }
}
