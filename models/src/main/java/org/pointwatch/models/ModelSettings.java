// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import java.nio.file.Path;
import java.util.Set;

/**
 * A sentiment model of the user's own, as configured.
 *
 * @param directory with {@code model.onnx}, {@code tokenizer.json} and, as a rule, {@code config.json}
 * @param labels {@code LABEL_0=negative, LABEL_1=neutral}; empty where the model's own names can be understood
 * @param form how the target is written, {@code {target}} standing for it
 * @param languages it reads, ISO 639-1; empty for any
 * @param maxTokens of one input, special tokens included; what is longer is cut around the target
 */
public record ModelSettings(
        Path directory, String labels, TargetPlace place, String form, Set<String> languages, int maxTokens) {
    /** What stands for the target in a form. */
    public static final String TARGET = "{target}";

    /** The keys, for messages that name them. */
    public static final String MODEL_KEY = "sentiment.model";

    public static final String LABELS_KEY = "sentiment.labels";
    public static final String PLACE_KEY = "sentiment.target";
    public static final String FORM_KEY = "sentiment.target-form";
    public static final String LANGUAGES_KEY = "sentiment.languages";
    public static final String MAX_TOKENS_KEY = "sentiment.max-tokens";

    public ModelSettings {
        languages = Set.copyOf(languages);
    }

    /** How a model is told what the sentiment is to be toward. */
    public enum TargetPlace {
        /** As a second text beside the first. */
        PAIR,
        /** Within the text, between marks that the model was trained with. */
        MARKED,
        /** Not at all: the model judges the text. */
        SENTENCE
    }
}
