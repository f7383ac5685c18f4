// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.agency.Credits;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.language.LanguageIdentifier;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.TargetSentiment;
import org.pointwatch.models.NgramIdentifier;
import org.pointwatch.models.Sentiments;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** {@code analyze}: what is found in each article, one at a time. */
public final class Analysis {
    private static final int THOUSANDTHS = 1_000;

    private final Talk talk;
    private final Dossier dossier;
    private final ArticleReader reader;
    private final SentimentScorer judge;
    private final ToneScorer tones = Sentiments.shipped();
    private final LanguageIdentifier languages = new NgramIdentifier();

    /** @param scorer instead of the shipped model; null for that one */
    public Analysis(Talk talk, Dossier dossier, @Nullable SentimentScorer scorer) {
        this.talk = talk;
        this.dossier = dossier;
        this.judge = scorer == null ? Sentiments.shipped() : scorer;
        this.reader = ArticleReader.of(dossier).judging(judge, tones);
    }

    /** Returns whether every line was good. */
    public boolean run(String file) {
        var good = true;
        try (var lines = JsonLines.open(file)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                good &= answer(line);
            }
        } catch (IOException e) {
            throw Failure.of(file + ": " + e.getMessage(), e);
        }
        return good;
    }

    private boolean answer(JsonLines.Line line) {
        var object = line.object();
        if (object == null) {
            talk.result(line.error(String.valueOf(line.problem())));
            return false;
        }
        try {
            talk.result(Json.MAPPER.writeValueAsString(analysed(line.id(), ArticleLine.of(object))));
            return true;
        } catch (BadLine e) {
            talk.result(line.error(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private Map<String, @Nullable Object> analysed(JsonNode id, ArticleLine article) {
        var language = Languages.settle(languages.identify(article.title(), article.text()), article.language());
        var time = article.time();
        var read = reader.read(new ArticleText(
                article.title(), article.text(), language, time == null ? null : time.at(), article.outlet(), null));
        var tags = read.tags();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        answer.put("language", language);
        answer.put("tone", share(read.tone()));
        answer.put("agency", Credits.agency(null, null, article.outlet(), article.text()));
        answer.put("points", points(tags));
        answer.put("actors", actors(tags, article));
        ReadingJson.addTo(answer, read);
        var note = note(article, language, time);
        if (note != null) {
            answer.put("note", note);
        }
        return answer;
    }

    private @Nullable String note(ArticleLine article, @Nullable String language, @Nullable EventTime time) {
        var notes = new ArrayList<>(article.notes());
        if (time == null) {
            notes.add("days such as Thursday cannot be told");
        } else if (time.source() != EventTime.Source.PUBLISHED) {
            notes.add("days are told by " + time.at() + ", from when the article was first seen");
        }
        if (language == null && !(article.title().isEmpty() && article.text().isEmpty())) {
            notes.add("the language is unknown");
        }
        if (language != null && !(judge.speaks(language) && tones.speaks(language))) {
            var what = judge.speaks(language)
                    ? "tone is"
                    : tones.speaks(language) ? "sentiment is" : "sentiment and tone are";
            notes.add(what + " not judged in the language " + language);
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private List<Map<String, @Nullable Object>> points(TagResult tags) {
        var points = new ArrayList<Map<String, @Nullable Object>>();
        for (var mention : tags.points()) {
            var point = new LinkedHashMap<String, @Nullable Object>();
            point.put("point", mention.point());
            point.put("numbers", numbers(mention.point()));
            point.put("confidence", mention.confidence());
            point.put("sentiment", sentiment(mention.sentiment()));
            point.put(
                    "evidence",
                    mention.evidence().stream()
                            .map(e -> evidence(e, tags.sentences()))
                            .toList());
            points.add(point);
        }
        return points;
    }

    /** A number where a plan version has one, a list where it has several. */
    private Map<String, Object> numbers(String point) {
        var numbers = new LinkedHashMap<String, Object>();
        dossier.point(point)
                .ifPresent(p -> p.numbers().forEach((plan, n) -> numbers.put(plan, n.size() == 1 ? n.get(0) : n)));
        return numbers;
    }

    private static Map<String, Object> evidence(Evidence e, List<Sentence> sentences) {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("start", e.start());
        evidence.put("end", e.end());
        evidence.put("sentence", sentences.get(e.sentence()).text());
        evidence.put("rule", e.rule());
        return evidence;
    }

    private static List<Map<String, @Nullable Object>> actors(TagResult tags, ArticleLine article) {
        var whole = article.title() + "\n\n" + article.text();
        var actors = new ArrayList<Map<String, @Nullable Object>>();
        for (var mention : tags.actors()) {
            var actor = new LinkedHashMap<String, @Nullable Object>();
            actor.put("actor", mention.actor());
            actor.put("sentiment", sentiment(mention.sentiment()));
            var evidence = new ArrayList<Map<String, Object>>();
            for (var e : mention.evidence()) {
                var place = new LinkedHashMap<String, Object>();
                place.put("start", e.start());
                place.put("end", e.end());
                place.put("text", whole.substring(e.start(), e.end()));
                evidence.add(place);
            }
            actor.put("evidence", evidence);
            actors.add(actor);
        }
        return actors;
    }

    private static @Nullable Double sentiment(@Nullable TargetSentiment sentiment) {
        if (sentiment == null) {
            return null;
        }
        return share(sentiment.own() == null ? sentiment.quoted() : sentiment.own());
    }

    private static @Nullable Double share(@Nullable Integer thousandths) {
        return thousandths == null ? null : (double) thousandths / THOUSANDTHS;
    }
}
