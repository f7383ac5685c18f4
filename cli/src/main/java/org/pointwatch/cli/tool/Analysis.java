// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.dossier.Dossier;
import org.pointwatch.domain.language.LanguageIdentifier;
import org.pointwatch.domain.language.Languages;
import org.pointwatch.domain.reading.ArticleReader;
import org.pointwatch.domain.reading.ArticleText;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.models.NgramIdentifier;
import org.pointwatch.models.Sentiments;
import org.pointwatch.wire.analysis.AnalysisJson;
import tools.jackson.databind.JsonNode;

/** {@code analyze}: what is found in each article, one at a time. */
public final class Analysis {
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
        return LineAnswers.print(talk, file, (id, object) -> analysed(id, ArticleLine.of(object)));
    }

    private Map<String, @Nullable Object> analysed(JsonNode id, ArticleLine article) {
        var language = Languages.settle(languages.identify(article.title(), article.text()), article.language());
        var time = article.time();
        var text = new ArticleText(
                article.title(), article.text(), language, time == null ? null : time.at(), article.outlet(), null);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        AnalysisJson.addTo(answer, dossier, text, reader.read(text));
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
}
