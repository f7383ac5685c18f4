// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Month names of the languages that feeds are written in, by their beginnings. */
final class Months {
    private static final List<String> BEGINNINGS = List.of(
            "jan|janv|ene|gen|sty|янв|січ|oca",
            "feb|fev|fév|febr|lut|фев|лют|şub",
            "mar|mär|mrz|maa|mrt|мар|бер",
            "apr|avr|abr|kwi|апр|кві|nis",
            "may|mai|mei|mag|maj|май|мая|тра",
            "jun|juin|giu|cze|июн|чер|haz",
            "jul|juil|lug|lip|июл|лип|tem",
            "aug|aou|aoû|ago|sie|авг|сер|ağu",
            "sep|set|wrz|сен|вер|eyl",
            "oct|okt|ott|out|paź|paz|окт|жов|eki",
            "nov|lis|ноя|лис|kas",
            "dec|dez|déc|dic|gru|дек|гру|ara");
    private static final Map<String, Integer> NUMBERS = numbers();

    private Months() {}

    /** 1 to 12, or 0 if this is no month. */
    static int number(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var length = Math.min(4, lower.length()); length >= 3; length--) {
            var found = NUMBERS.get(lower.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return 0;
    }

    private static Map<String, Integer> numbers() {
        var all = new HashMap<String, Integer>();
        for (var month = 1; month <= BEGINNINGS.size(); month++) {
            for (var beginning : BEGINNINGS.get(month - 1).split("\\|", -1)) {
                all.put(beginning, month);
            }
        }
        return Map.copyOf(all);
    }
}
