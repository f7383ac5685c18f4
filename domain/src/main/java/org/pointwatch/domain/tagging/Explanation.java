// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a text was tagged as it was: each rule judged by itself, so that more rules match here than are named in evidence,
 * where the first rule of a point settles a sentence. Offsets are UTF-16 units into title + "\n\n" + text.
 *
 * @param furniture what was taken to belong to the page; no rule sees it
 * @param rules of every point, in the order of the dossier
 * @param citations points found by the number that a plan version gives them
 * @param names every naming of an actor, whether it counts or not
 */
public record Explanation(
        String language,
        Gate gate,
        List<Stretch> furniture,
        List<RuleVerdict> rules,
        List<Citation> citations,
        List<NameVerdict> names) {

    static Explanation ofUnknownLanguage(String language) {
        var gate = new Gate(Opening.UNKNOWN_LANGUAGE, List.of());
        return new Explanation(language, gate, List.of(), List.of(), List.of(), List.of());
    }

    /** Whether the text may be tagged at all. */
    public enum Opening {
        /** By the rules that matched. */
        OPEN,
        /** No rule matched: nothing is reported from this text. */
        CLOSED,
        /** The dossier has no gate. */
        ALWAYS_OPEN,
        /** The dossier has gates, and none in this language: nothing is ever reported. */
        NO_RULE,
        /** This text is taken to be about the negotiation. */
        NOT_ASKED,
        /** The dossier does not know the language: nothing is reported. */
        UNKNOWN_LANGUAGE
    }

    /** @param rules asked over the whole text; one that matches is enough */
    public record Gate(Opening opening, List<RuleVerdict> rules) {}

    public record Stretch(int start, int end, String text) {}

    /** @param sentence in which it begins */
    public record Match(int start, int end, Sentence sentence) {}

    /**
     * @param target the id of the point, or {@code gate}
     * @param rule its id
     * @param text as written
     * @param matches one a sentence or paragraph; empty if it did not match
     * @param nearest null if it matched, or if nothing of it occurs anywhere
     */
    public record RuleVerdict(
            String target, String rule, String text, List<Match> matches, @Nullable NearMiss nearest) {
        public boolean matched() {
            return !matches.isEmpty();
        }
    }

    /**
     * The sentence (paragraph, whole text) that has most of a rule.
     *
     * @param share 0..1, how much of the rule it has
     * @param found what of the rule is there
     * @param lacks what is not
     */
    public record NearMiss(Sentence sentence, double share, List<Stretch> found, List<Lack> lacks) {}

    public record Citation(String point, String rule, Match match) {}

    /**
     * @param form what kind of name it is, as the dossier file calls it
     * @param why in a few words
     */
    public record NameVerdict(String actor, String rule, String form, Match match, boolean counts, String why) {}
}
