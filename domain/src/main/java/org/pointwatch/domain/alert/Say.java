// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times in the words of an alert. */
final class Say {
    private Say() {}

    /** With commas, and no more than two decimals. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** One decimal, where a mean is meant. */
    static String mean(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    static String many(long n, String one, String more) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : more);
    }

    static String due(@Nullable String due) {
        return due == null ? "without a day" : due;
    }

    /** The two largest units. */
    static String span(Duration span) {
        var minutes = Math.max(0, span.toMinutes());
        var days = minutes / 1_440;
        var hours = minutes / 60 % 24;
        if (days > 0) {
            return many(days, "day", "days") + (hours == 0 ? "" : " " + many(hours, "hour", "hours"));
        }
        var rest = many(minutes % 60, "minute", "minutes");
        return hours == 0 ? rest : many(hours, "hour", "hours") + (minutes % 60 == 0 ? "" : " " + rest);
    }
}
