// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import org.pointwatch.domain.sentiment.SentimentScorer;
import org.pointwatch.models.ModelRuntime;
import org.pointwatch.models.ModelSettings;

/** Found as a service. */
public final class OnnxRuntime implements ModelRuntime {
    @Override
    public SentimentScorer open(ModelSettings settings) {
        return OnnxScorer.open(settings);
    }
}
