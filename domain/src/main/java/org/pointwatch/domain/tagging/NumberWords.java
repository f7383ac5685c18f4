// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers that are spelt out, one word after the other: "six hundred and twenty-five thousand". */
final class NumberWords {
    private static final Map<String, Integer> VALUES = values();
    private static final Map<String, List<String>> SMALL = Map.of(
            "de", words("eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"),
            "fr", words("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
            "es", words("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
            "pl", words("jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie"),
            "ru", words("один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"),
            "uk", words("один два три чотири пять шість сім вісім девять десять одинадцять дванадцять"));
    private static final int HUNDRED = 100;

    private double total;
    private double group;
    private int words;

    /** What a folded word is worth, 0 if it is no number; in other languages than English only up to twenty. */
    static int value(String folded, String language) {
        return language.equals("en") ? VALUES.getOrDefault(folded, 0) : small(folded, language);
    }

    private static int small(String folded, String language) {
        return 1 + SMALL.getOrDefault(language, List.of()).indexOf(folded);
    }

    /** Folded, from one on. */
    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).map(Letters::fold).toList();
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
