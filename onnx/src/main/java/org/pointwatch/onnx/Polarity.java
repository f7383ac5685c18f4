// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.sentiment.Label;

/** What the name of a label says about sentiment; of more than three grades only the side is kept. */
final class Polarity {
    static final String EXPECTED = "negative, neutral, positive, or 1 star to 5 stars";

    private static final int MOST_STARS = 5;

    private static final Map<String, Label> NAMES = Map.of(
            "negative", Label.NEGATIVE,
            "neg", Label.NEGATIVE,
            "very negative", Label.NEGATIVE,
            "neutral", Label.NEUTRAL,
            "neu", Label.NEUTRAL,
            "mixed", Label.NEUTRAL,
            "positive", Label.POSITIVE,
            "pos", Label.POSITIVE,
            "very positive", Label.POSITIVE);

    private Polarity() {}

    /** Reads a name as models and people write it; null if it says nothing about sentiment. */
    static @Nullable Label of(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        var named = NAMES.get(plain);
        return named == null ? ofStars(plain) : named;
    }

    private static @Nullable Label ofStars(String name) {
        var rated = !name.isEmpty() && name.charAt(0) >= '1' && name.charAt(0) <= '0' + MOST_STARS;
        var unit = name.isEmpty() ? "" : name.substring(1).strip();
        if (!rated || !(unit.equals("star") || unit.equals("stars"))) {
            return null;
        }
        var side = Integer.compare(2 * (name.charAt(0) - '0'), MOST_STARS + 1);
        return Label.values()[side + 1];
    }
}
