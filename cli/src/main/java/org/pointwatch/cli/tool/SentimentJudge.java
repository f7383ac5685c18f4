// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.TrainedScorer;
import org.pointwatch.domain.tagging.Words;
import org.pointwatch.models.Sentiments;

/** Judges single texts: targets with the user's own model if there is one, whole texts with the shipped one. */
final class SentimentJudge {
    /** A text is read behind an empty title and two line ends. */
    static final int BODY = 2;

    private static final String ENGLISH = "en";
    private static final int MOST_SENTENCES = 20;

    private final TrainedScorer scorer = Sentiments.shipped();
    private final SentimentScorer targets;
    private final LineLanguage languages = new LineLanguage();

    /** @param own null for the shipped model */
    SentimentJudge(@Nullable SentimentScorer own) {
        targets = own == null ? scorer : own;
    }

    /** Offsets of causes are {@link #BODY} too large. */
    Sentiment judge(SentimentLine line) {
        if (line.text().isEmpty()) {
            return Sentiment.abstained("empty text");
        }
        var language = language(line);
        var words = Words.of(line.text(), ENGLISH);
        var start = line.start();
        var end = line.end();
        if (start == null || end == null) {
            return whole(words, language);
        }
        return start < 0
                ? Sentiment.abstained("the target is outside the text")
                : targets.score(words, start + BODY, end + BODY, language);
    }

    /** A single sentence is too short to tell the language by its looks; its script refutes English all the same. */
    private @Nullable String language(SentimentLine line) {
        return languages.claimed(line.language() == null ? ENGLISH : line.language(), "", line.text());
    }

    private Sentiment whole(Words words, @Nullable String language) {
        if (!scorer.speaks(language)) {
            return scorer.score(words, 0, 0, language);
        }
        var count = Math.min(MOST_SENTENCES, words.sentences());
        if (count == 0) {
            return Sentiment.abstained("the text has no word");
        }
        var sum = 0L;
        for (int s = 0; s < count; s++) {
            sum += scorer.tone(words, s);
        }
        return Sentiment.of((int) Math.round((double) sum / count), List.of());
    }
}
