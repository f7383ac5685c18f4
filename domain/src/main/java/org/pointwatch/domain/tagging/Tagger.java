// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Dossier;

/**
 * Finds the points and actors of a dossier in a text, each with the sentence that proves it. A pure function of text
 * and dossier; safe for many threads.
 */
public final class Tagger {
    private final Dossier dossier;
    private final Vocabulary vocabulary;
    private final Trie trie;
    private final List<Query> gate;
    private final FurnitureFinder furniture;
    private final ActorFinder actors;
    private final PointFinder points;
    private final boolean gated;

    private Tagger(Dossier dossier) {
        this.dossier = dossier;
        vocabulary = new Vocabulary();
        var compiler = new QueryCompiler(vocabulary, references(dossier.actors()));
        gate = dossier.gate().stream().map(r -> compiler.compile(r.text())).toList();
        furniture = new FurnitureFinder(dossier.furniture(), compiler, vocabulary);
        var pointRules =
                dossier.points().stream().flatMap(p -> p.rules().stream()).toList();
        pointRules.forEach(r -> compiler.compile(r.text()));
        actors = new ActorFinder(dossier.actors(), new PartyCompiler(dossier.cues(), vocabulary), vocabulary);
        points = new PointFinder(dossier.points(), compiler, vocabulary);
        trie = new Trie(vocabulary);
        gated = !gate.isEmpty();
    }

    private Tagger(Tagger other, boolean gated) {
        dossier = other.dossier;
        vocabulary = other.vocabulary;
        trie = other.trie;
        gate = other.gate;
        furniture = other.furniture;
        actors = other.actors;
        points = other.points;
        this.gated = gated;
    }

    /**
     * Compiles all rules of a dossier.
     *
     * @throws RuleSyntaxException for the first rule that cannot be read; see {@link #check}
     */
    public static Tagger of(Dossier dossier) {
        return new Tagger(dossier);
    }

    /**
     * Reads one rule and forgets it.
     *
     * @param known ids of actors and groups
     * @throws RuleSyntaxException pointing at the character
     */
    public static void check(String rule, Set<String> known) {
        RuleParser.parse(rule, known::contains);
    }

    /** The same tagger for texts that are known to be about the negotiation, such as the examples of a dossier. */
    public Tagger withoutGate() {
        return new Tagger(this, false);
    }

    /** The version of the dossier, for findings. */
    public String dossierVersion() {
        return dossier.version();
    }

    /**
     * @param declaredLanguage what feed or page say, such as {@code en-GB}
     * @return nothing but the language if the article is not about the negotiation
     */
    public TagResult tag(String title, String text, @Nullable String declaredLanguage) {
        return tag(title, text, declaredLanguage, null);
    }

    /**
     * @param language ISO 639-1, such as {@code en}; null for the first language of the dossier
     * @param day of the article, which decides who holds an office; null if unknown
     * @return nothing but the language if the article is not about the negotiation
     */
    public TagResult tag(String title, String text, @Nullable String declaredLanguage, @Nullable LocalDate day) {
        var language = language(declaredLanguage);
        var tokens = Tokenizer.read(title, text, trie, vocabulary.ranges());
        furniture.mark(tokens);
        if (gated && !opens(tokens)) {
            return new TagResult(language, List.of(), List.of(), List.of());
        }
        var index = new SentenceIndex(tokens);
        var foundPoints = points.find(tokens, index);
        var foundActors = actors.find(tokens, index);
        return new TagResult(
                language,
                index.sentences(),
                foundPoints.stream()
                        .map(p -> new PointMention(p.point(), p.confidence(), null, index.ordered(p.evidence())))
                        .toList(),
                foundActors.stream()
                        .map(a -> new ActorMention(a.actor(), null, index.ordered(a.evidence())))
                        .toList());
    }

    private boolean opens(Tokens tokens) {
        var scope = new Scope(vocabulary.size(), tokens).over(0, tokens.count);
        var spans = scope.borrow();
        for (var rule : gate) {
            rule.find(scope, spans);
            if (!spans.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String language(@Nullable String declared) {
        if (declared == null || declared.length() < 2) {
            return null;
        }
        return declared.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<List<Expr.Word>>> references(List<Actor> actors) {
        var names = new HashMap<String, List<List<Expr.Word>>>();
        for (var actor : actors) {
            var own = names(actor);
            names.computeIfAbsent(actor.id(), id -> new ArrayList<>()).addAll(own);
            for (var group : actor.groups()) {
                names.computeIfAbsent(group, id -> new ArrayList<>()).addAll(own);
            }
        }
        return names;
    }

    private static List<List<Expr.Word>> names(Actor actor) {
        var phrases = new ArrayList<List<Expr.Word>>();
        for (var a : actor.aliases()) {
            for (var list : List.of(a.names(), a.lands(), a.seats(), a.demonyms())) {
                list.stream().map(Phrases::name).filter(p -> !p.isEmpty()).forEach(phrases::add);
            }
        }
        return phrases;
    }
}
