// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** What a language's words are in a sentence that attributes words to somebody, by {@link SpeechKind}. */
final class Speech {
    private static final Map<String, Speech> LANGUAGES = Map.of(
            "en", new Speech("en", SpeechTables.ENGLISH),
            "uk", new Speech("uk", SpeechTables.UKRAINIAN),
            "ru", new Speech("ru", SpeechTables.RUSSIAN),
            "de", new Speech("de", SpeechTables.GERMAN),
            "fr", new Speech("fr", SpeechTables.FRENCH),
            "es", new Speech("es", SpeechTables.SPANISH),
            "pl", new Speech("pl", SpeechTables.POLISH));
    private static final Speech UNKNOWN = new Speech("", Map.of());

    /** Which words in a row name a source, and whether it stands behind them ("according to X") or before ("X zufolge"). */
    record Source(String[] words, boolean before) {
        /** Words that mean much else as well. */
        boolean needsActor() {
            return words.length == 1 && (words[0].equals("pour") || words[0].equals("so"));
        }
    }

    private final String language;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();

    private Speech(String language, Map<Integer, String> table) {
        this.language = language;
        table.forEach((kind, words) -> {
            if (kind == SpeechTables.SOURCE || kind == SpeechTables.SOURCE_BEFORE) {
                for (var phrase : words.split(",")) {
                    add(plain(phrase).strip().split(" "), kind == SpeechTables.SOURCE_BEFORE);
                }
            } else {
                for (var word : words.split(" ")) {
                    kinds.merge(plain(word), kind, (a, b) -> a | b);
                }
            }
        });
    }

    private void add(String[] phrase, boolean before) {
        sources.computeIfAbsent(phrase[0], p -> new ArrayList<>()).add(new Source(phrase, before));
    }

    static Speech of(String language) {
        return LANGUAGES.getOrDefault(language, UNKNOWN);
    }

    /** As {@link Words#plain} spells a word. */
    private static String plain(String word) {
        var out = new StringBuilder();
        var parted = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (int i = 0; i < parted.length(); i++) {
            var c = parted.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'') {
                out.append(c);
            }
        }
        return out.toString();
    }

    int kind(String plain) {
        return kinds.getOrDefault(plain, 0);
    }

    /** The phrase that begins at a word and names a source, null if none does. */
    @Nullable
    Source source(Words words, int at) {
        var open = sources.get(words.plain(at));
        if (open == null) {
            return null;
        }
        for (var source : open) {
            if (matches(source.words(), words, at)) {
                return source;
            }
        }
        return null;
    }

    private static boolean matches(String[] phrase, Words words, int at) {
        if (at + phrase.length > words.count()) {
            return false;
        }
        for (int i = 1; i < phrase.length; i++) {
            if (!words.plain(at + i).equals(phrase[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isEnglish() {
        return language.equals("en");
    }

    /** Whether a comma alone opens the clause that is told: "sagte, die Ukraine werde". */
    boolean commaOpensClause() {
        return language.equals("de");
    }

    /** Whether an attribution between dashes stands inside the marks of the quotation. */
    boolean attributesInside() {
        return language.equals("uk") || language.equals("ru") || language.equals("pl");
    }
}
