// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.agency.Credits;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.reading.Reading;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.TargetSentiment;

/** What {@code analyze} says of one article. */
public final class AnalysisJson {
    private static final int THOUSANDTHS = 1_000;

    private AnalysisJson() {}

    /** In the order in which it is written. */
    public static void addTo(Map<String, @Nullable Object> answer, Dossier dossier, ArticleText article, Reading read) {
        answer.put("language", article.language());
        answer.put("tone", share(read.tone()));
        answer.put("agency", Credits.agency(null, null, article.outlet(), article.text()));
        answer.put("points", points(dossier, read.tags()));
        answer.put("actors", actors(read.tags(), article));
        ReadingJson.addTo(answer, read);
    }

    private static List<Map<String, @Nullable Object>> points(Dossier dossier, TagResult tags) {
        var points = new ArrayList<Map<String, @Nullable Object>>();
        for (var mention : tags.points()) {
            var point = new LinkedHashMap<String, @Nullable Object>();
            point.put("point", mention.point());
            point.put("numbers", numbers(dossier, mention.point()));
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
    private static Map<String, Object> numbers(Dossier dossier, String point) {
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

    private static List<Map<String, @Nullable Object>> actors(TagResult tags, ArticleText article) {
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
