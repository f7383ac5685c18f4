// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import org.pointwatch.domain.sentiment.SentimentScorer;

/**
 * Runs models of the user's own. An implementation comes in jars of its own, named in
 * {@code META-INF/services/org.pointwatch.models.ModelRuntime}: its libraries are large, and few need them.
 */
public interface ModelRuntime {
    /**
     * Reads the model and tries it once; the scorer lives as long as the process.
     *
     * @throws ModelException if anything about it will not do
     */
    SentimentScorer open(ModelSettings settings);
}
