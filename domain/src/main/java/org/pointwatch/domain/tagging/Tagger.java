// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Dossier;

/**
 * Finds the points and actors of a dossier in a text, each with the sentence that proves it. A pure function of text
 * and dossier; safe for many threads.
 */
public final class Tagger {
    private final Dossier dossier;
    private final Map<String, LanguageRules> languages;
    private final boolean gated;

    private Tagger(Dossier dossier, Map<String, LanguageRules> languages, boolean gated) {
        this.dossier = dossier;
        this.languages = languages;
        this.gated = gated;
    }

    /**
     * Compiles the rules of a dossier, those of its first language at once and of the others when a text needs them.
     *
     * @throws RuleSyntaxException for the first rule that cannot be read; see {@link #check}
     */
    public static Tagger of(Dossier dossier) {
        var tagger = new Tagger(dossier, new ConcurrentHashMap<>(), true);
        tagger.rules(dossier.defaultLanguage());
        return tagger;
    }

    /**
     * Reads one rule and forgets it.
     *
     * @param language of the words in it
     * @param known ids of actors and groups, and ids of points with {@code #} before them
     * @throws RuleSyntaxException pointing at the character
     */
    public static void check(String rule, String language, Set<String> known) {
        var expr = RuleParser.parse(rule, new Phrases(Traits.of(language)), known::contains);
        if (Exprs.asksForStem(expr) && Stems.of(language) == null) {
            throw new RuleSyntaxException(
                    rule.indexOf('~'), "a word that ends in * (there are no stems for '" + language + "')", "'~'");
        }
    }

    /** Whether a rule asks for a number somewhere. */
    public static boolean asksForNumber(String rule, String language, Set<String> known) {
        return Exprs.asksForNumber(RuleParser.parse(rule, new Phrases(Traits.of(language)), known::contains));
    }

    /** The same tagger for texts that are known to be about the negotiation, such as the examples of a dossier. */
    public Tagger withoutGate() {
        return new Tagger(dossier, languages, false);
    }

    /** The version of the dossier, for findings. */
    public String dossierVersion() {
        return dossier.version();
    }

    /** {@link #tag(String, String, String, LocalDate)} for a text without a date. */
    public TagResult tag(String title, String text, @Nullable String language) {
        return tag(title, text, language, null);
    }

    /**
     * @param language ISO 639-1; null is taken for the first language of the dossier
     * @param day of the article, which decides who holds an office; null if unknown
     * @return nothing but the language if the article is not about the negotiation, or in a language that the dossier
     *     does not know
     */
    public TagResult tag(String title, String text, @Nullable String language, @Nullable LocalDate day) {
        return read(title, text, language, day).result();
    }

    /** {@link #tag(String, String, String, LocalDate)} for what reads the same words once more. */
    public Tagged read(String title, String text, @Nullable String language, @Nullable LocalDate day) {
        var spoken = language == null ? dossier.defaultLanguage() : language;
        if (!dossier.languages().contains(spoken)) {
            return new Tagged(TagResult.empty(TagResult.Outcome.UNKNOWN_LANGUAGE, language), null);
        }
        return rules(spoken).tag(title, text, language, day, gated);
    }

    /** Why {@link #tag} finds what it finds in a text, rule by rule; far slower, for people. */
    public Explanation explain(String title, String text, @Nullable String language, @Nullable LocalDate day) {
        var spoken = language == null ? dossier.defaultLanguage() : language;
        return dossier.languages().contains(spoken)
                ? rules(spoken).explain(title, text, day, gated)
                : Explanation.ofUnknownLanguage(spoken);
    }

    private LanguageRules rules(String language) {
        return languages.computeIfAbsent(language, l -> new LanguageRules(dossier, l));
    }
}
