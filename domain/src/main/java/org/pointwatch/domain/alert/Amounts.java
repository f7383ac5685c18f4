// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values of one unit in one form, so that a reader can hold them against each other: all in words, or all in digits. */
final class Amounts {
    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
    private static final List<String> WITHOUT_NAME = List.of("number", "ratio");
    private static final List<String> MAGNITUDES = List.of("", " million", " billion", " trillion");

    /** More would not be read as one number. */
    private static final int DECIMALS = 2;

    private final String unit;
    private final boolean inWords;

    private Amounts(String unit, boolean inWords) {
        this.unit = unit;
        this.inWords = inWords;
    }

    /** @param values all that are to be told together */
    static Amounts of(String unit, Stream<Double> values) {
        return new Amounts(unit, values.allMatch(Amounts::hasWords));
    }

    /** With its unit's name: "800,000 persons", "$524 billion". */
    String whole(double value) {
        var known = SIGNS.containsKey(unit) || isShare() || WITHOUT_NAME.contains(unit);
        return known ? alone(value) : alone(value) + " " + unit;
    }

    /** Beside another that has the unit's name; a sign stands with each. */
    String alone(double value) {
        var sign = SIGNS.getOrDefault(unit, "");
        return (value < 0 ? "-" : "") + sign + number(Math.abs(value)) + (isShare() ? " %" : "");
    }

    private boolean isShare() {
        return unit.equals("percent");
    }

    private String number(double value) {
        var magnitude = inWords ? magnitude(value) : 0;
        return Say.number(scaled(value, magnitude).doubleValue()) + MAGNITUDES.get(magnitude);
    }

    /** Whether it says the same with a magnitude behind it; a small one has none and says the same. */
    private static boolean hasWords(double value) {
        return Double.isFinite(value)
                && scaled(value, magnitude(value)).stripTrailingZeros().scale() <= DECIMALS;
    }

    private static int magnitude(double value) {
        var left = Math.abs(value);
        var magnitude = 0;
        if (left < 1_000_000 || !Double.isFinite(left)) {
            return 0;
        }
        for (left /= 1_000_000; magnitude < MAGNITUDES.size() - 1 && left >= 1; left /= 1_000) {
            magnitude++;
        }
        return magnitude;
    }

    private static BigDecimal scaled(double value, int magnitude) {
        return BigDecimal.valueOf(value).movePointLeft(magnitude == 0 ? 0 : 3 * (magnitude + 1));
    }
}
