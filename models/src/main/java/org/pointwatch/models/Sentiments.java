// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.pointwatch.domain.sentiment.TrainedScorer;

/** The shipped sentiment model, loaded when it is first asked for, once in a process. */
public final class Sentiments {
    private static final String RESOURCE = "sentiment-en.model";

    private static final class Loaded {
        static final TrainedScorer SCORER = load();
    }

    private Sentiments() {}

    public static TrainedScorer shipped() {
        return Loaded.SCORER;
    }

    /** Reads it once more; for those who measure how long that takes. */
    public static TrainedScorer load() {
        try (var in = Sentiments.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the jar of models has no " + RESOURCE + ": build again with `mvn -B clean package`");
            }
            return new TrainedScorer(SentimentFile.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read: build again with `mvn -B clean package`", e);
        }
    }
}
