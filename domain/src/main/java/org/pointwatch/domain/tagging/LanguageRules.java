// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dossier.Actor;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.dossier.PlanPoint;

/** Everything of a dossier that is for one language, compiled into one vocabulary. Safe for many threads. */
final class LanguageRules {
    private final List<String> points;
    private final List<String> actorIds;
    private final Traits traits;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Gate gate;
    private final FurnitureFinder furniture;
    private final PointFinder pointFinder;
    private final PointNumbers numbers;
    private final ActorFinder actorFinder;
    private final WatchedNumbers watched;
    private final Lexicon lexicon;
    private final Explainer explainer;
    private final AtomicReference<@Nullable Scratch> idle = new AtomicReference<>();

    LanguageRules(Dossier dossier, String language) {
        points = dossier.points().stream().map(PlanPoint::id).toList();
        actorIds = dossier.actors().stream().map(Actor::id).toList();
        traits = Traits.of(language);
        var languages = new Languages(language, dossier.defaultLanguage());
        var phrases = new Phrases(traits);
        var compiler = new QueryCompiler(vocabulary, new RuleReferences(dossier, languages, phrases), phrases);
        gate = new Gate(languages.rules(dossier.gate()), dossier.gate().isEmpty(), compiler, vocabulary);
        furniture = new FurnitureFinder(dossier.furniture(), languages, compiler, vocabulary);
        var aliases = new AliasIndex(dossier.actors(), languages, phrases, vocabulary);
        PartyReader.collect(languages.cues(dossier.cues()), phrases, vocabulary);
        numbers = new PointNumbers(dossier, languages, compiler, vocabulary);
        watched = new WatchedNumbers(dossier.points(), languages, compiler, vocabulary);
        pointFinder = new PointFinder(dossier.points(), languages, compiler, vocabulary);
        actorFinder = new ActorFinder(dossier.actors(), languages, phrases, new PartyReader(traits), vocabulary);
        lexicon = new Lexicon(vocabulary, aliases.byFirstTerm(), language);
        explainer = new Explainer(dossier, languages, compiler, actorFinder);
    }

    Tagged tag(String title, String text, @Nullable String language, @Nullable LocalDate day, boolean gated) {
        var scratch = idle.getAndSet(null);
        if (scratch == null) {
            scratch = new Scratch(vocabulary.size(), pointFinder.ruleCount());
        }
        var tokens = Tokenizer.read(title, text, lexicon, traits);
        var result = tag(tokens, language, day, gated, scratch);
        var read = result.outcome() == TagResult.Outcome.READ;
        var words = read ? new Words(tokens, watched.find(tokens, scratch.sentence)) : null;
        idle.set(scratch);
        return new Tagged(result, words);
    }

    Explanation explain(String title, String text, @Nullable LocalDate day, boolean gated) {
        var scratch = new Scratch(vocabulary.size(), pointFinder.ruleCount());
        var tokens = Tokenizer.read(title, text, lexicon, traits);
        var found = tag(tokens, null, day, false, scratch);
        return explainer.explain(tokens, found, day, gated, scratch.sentence);
    }

    private TagResult tag(
            Tokens tokens, @Nullable String language, @Nullable LocalDate day, boolean gated, Scratch scratch) {
        furniture.mark(tokens, scratch.sentence);
        if (gated && !gate.opens(tokens, scratch.article)) {
            return TagResult.empty(TagResult.Outcome.OFF_TOPIC, language);
        }
        var index = new SentenceIndex(tokens);
        var foundPoints = pointFinder.find(tokens, scratch, index);
        numbers.find(tokens, scratch.article, day, foundPoints, index, points);
        var foundActors = actorFinder.find(tokens, day, index);
        var pointMentions = points(foundPoints, tokens, index);
        var actorMentions = actors(foundActors, index);
        return new TagResult(TagResult.Outcome.READ, language, index.sentences(), pointMentions, actorMentions);
    }

    private List<PointMention> points(@Nullable List<Evidence>[] found, Tokens tokens, SentenceIndex index) {
        var mentions = new ArrayList<PointMention>();
        for (int p = 0; p < found.length; p++) {
            var evidence = found[p];
            if (evidence != null) {
                var ordered = index.ordered(evidence);
                mentions.add(new PointMention(points.get(p), Confidence.of(ordered, tokens.titleEnd), null, ordered));
            }
        }
        return mentions;
    }

    private List<ActorMention> actors(@Nullable List<Evidence>[] found, SentenceIndex index) {
        var mentions = new ArrayList<ActorMention>();
        for (int a = 0; a < found.length; a++) {
            var evidence = found[a];
            if (evidence != null) {
                mentions.add(new ActorMention(actorIds.get(a), null, index.ordered(evidence)));
            }
        }
        return mentions;
    }
}
