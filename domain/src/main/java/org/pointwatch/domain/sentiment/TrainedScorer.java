// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.tagging.Words;

/** Scores with the weights of a {@link SentimentModel}: the features of a target are added up, and what its net says. */
public final class TrainedScorer implements SentimentScorer, ToneScorer {
    private static final double[] NOTHING = new double[TargetNet.SIDES];

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
        var view = View.at(words, start, end, model.classes());
        return view == null
                ? Sentiment.abstained("the target has no word")
                : verdict(view).withCauses(words);
    }

    @Override
    public int tone(Words words, int sentence) {
        return verdict(View.of(words, sentence, model.classes())).sentiment().thousandths();
    }

    private Verdict verdict(View view) {
        var features = Features.of(view, model.classes());
        var net = model.net() == null || view.passage
                ? NOTHING
                : model.net().judge(Surroundings.of(view, model.classes()));
        var sums = WordSums.of(features, model, view.from, view.length());
        var step = model.step() / Math.sqrt(features.count());
        return new Verdict(
                sums,
                step,
                model.negative() + sums.negative() * step + net[0],
                model.positive() + sums.positive() * step + net[1]);
    }
}
