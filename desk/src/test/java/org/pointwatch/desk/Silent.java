// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Models;
import org.pointwatch.domain.sentiment.Sentiment;
import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.domain.sentiment.ToneScorer;
import org.pointwatch.domain.tagging.Words;

/** Models that know no language, for tests of all else. */
final class Silent {
    static final Models MODELS = new Models((title, text) -> null, new Scorer(), new Tones());

    private Silent() {}

    private static final class Scorer implements SentimentScorer {
        @Override
        public boolean speaks(@Nullable String language) {
            return false;
        }

        @Override
        public Sentiment score(Words words, int start, int end, @Nullable String language) {
            throw new IllegalStateException("asked in a language that it does not speak");
        }
    }

    private static final class Tones implements ToneScorer {
        @Override
        public boolean speaks(@Nullable String language) {
            return false;
        }

        @Override
        public int tone(Words words, int sentence) {
            throw new IllegalStateException("asked in a language that it does not speak");
        }
    }
}
