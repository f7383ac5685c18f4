// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few outlets, so that each has many articles; the first ones put sentences of their own around every text. */
final class StoryInvarianceOutlets {
    private static final int PLAIN = 8;
    private static final int FURNISHED = 8;
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])\\p{Ll}+(?![\\p{L}\\d])");
    private static final List<String> SYLLABLES =
            List.of("ba", "ten", "lor", "mi", "sak", "ru", "vel", "ost", "gim", "pra", "du", "nef", "hal", "ki", "zo");

    private final List<String> headers = new ArrayList<>();
    private final List<String> footers = new ArrayList<>();

    StoryInvarianceOutlets(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < FURNISHED; i++) {
            headers.add(i % 2 == 0 ? "" : sentence(random) + "\n");
            var lines = IntStream.rangeClosed(0, i).mapToObj(unused -> sentence(random));
            footers.add(lines.collect(Collectors.joining("\n", "\n", "")));
        }
    }

    /** Always the same one for the same name. */
    String of(String name) {
        return any(name.hashCode());
    }

    String any(int number) {
        return "outlet-" + Math.floorMod(number, PLAIN + FURNISHED);
    }

    String plain(int number) {
        return "outlet-" + (FURNISHED + number);
    }

    String dressed(String outlet, String text) {
        var number = Integer.parseInt(outlet.substring("outlet-".length()));
        return number < FURNISHED ? headers.get(number) + text + footers.get(number) : text;
    }

    /** Made-up words, the same every time for the same random source. */
    String sentence(Random random) {
        var words = IntStream.range(0, 14 + random.nextInt(8)).mapToObj(unused -> word(random));
        return words.collect(Collectors.joining(" ", "This ", "."));
    }

    /** Every word but names and numbers is another. */
    String retold(String text, Random random) {
        return WORD.matcher(text).replaceAll(unused -> word(random));
    }

    /** The first three fifths. */
    String cut(String text) {
        var end = text.indexOf(' ', text.length() * 3 / 5);
        return end < 0 ? text : text.substring(0, end) + ".";
    }

    private static String word(Random random) {
        var syllables = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(unused -> SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        return syllables.collect(Collectors.joining());
    }
}
