// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.HashMap;
import java.util.Map;

/** English numbers that are spelt out, one word after the other: "six hundred and twenty-five thousand". */
final class NumberWords {
    private static final Map<String, Integer> VALUES = values();
    private static final int HUNDRED = 100;

    private double total;
    private double group;
    private int words;

    /** What a folded word is worth, 0 if it is no number. */
    static int value(String folded) {
        return VALUES.getOrDefault(folded, 0);
    }

    private static Map<String, Integer> values() {
        var values = new HashMap<String, Integer>();
        var small = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                + " seventeen eighteen nineteen";
        var next = 1;
        for (var word : small.split(" ")) {
            values.put(word, next++);
        }
        next = 20;
        for (var word : "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")) {
            values.put(word, next);
            next += 10;
        }
        values.put("hundred", HUNDRED);
        values.put("thousand", 1_000);
        values.put("million", 1_000_000);
        values.put("billion", 1_000_000_000);
        return values;
    }

    boolean isEmpty() {
        return words == 0;
    }

    /** Whether the word goes on with the number; one that is only a magnitude opens none. */
    boolean take(int value) {
        if (words == 0 && value > HUNDRED) {
            return false;
        }
        if (value == HUNDRED) {
            group = Math.max(1, group) * HUNDRED;
        } else if (value > HUNDRED) {
            total += group * value;
            group = 0;
        } else if (group % HUNDRED == 0 || group % 10 == 0 && value < 10) {
            group += value;
        } else {
            return false;
        }
        words++;
        return true;
    }

    double end() {
        var value = total + group;
        total = 0;
        group = 0;
        words = 0;
        return value;
    }
}
