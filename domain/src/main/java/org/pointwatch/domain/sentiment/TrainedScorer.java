// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** Scores with the weights of a {@link SentimentModel}: the features of a target are added up, nothing else. */
public final class TrainedScorer implements SentimentScorer, ToneScorer {
    private final SentimentModel model;

    public TrainedScorer(SentimentModel model) {
        this.model = model;
    }

    @Override
    public boolean speaks(@Nullable String language) {
        return language != null && model.languages().contains(language);
    }

    @Override
    public Sentiment score(Words words, int start, int end, @Nullable String language) {
        if (!speaks(language)) {
            return Sentiment.abstained(
                    language == null ? "the language is unknown" : "no model for the language " + language);
        }
        if (start < 0 || end > words.text().length() || start >= end) {
            return Sentiment.abstained("the target is outside the text");
        }
        var features = Features.of(words, start, end, model.classes());
        return features == null ? Sentiment.abstained("the target has no word") : judge(words, features);
    }

    @Override
    public int tone(Words words, int sentence) {
        return verdict(Features.of(words, sentence, model.classes()))
                .sentiment()
                .thousandths();
    }

    private Sentiment judge(Words words, Features features) {
        return verdict(features).withCauses(words);
    }

    private Verdict verdict(Features features) {
        var negative = 0L;
        var positive = 0L;
        for (int f = 0; f < features.count(); f++) {
            var at = features.slot(f) * 2;
            negative += model.weight(at);
            positive += model.weight(at + 1);
        }
        var step = model.step() / Math.sqrt(features.count());
        return new Verdict(
                model, features, step, model.negative() + negative * step, model.positive() + positive * step);
    }
}
