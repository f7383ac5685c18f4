// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Damages a share of the words, as a scanner would: look-alikes, lost letters, words torn apart. */
record OcrNoise(double share) implements Change {
    private static final List<Map.Entry<String, String>> LOOK_ALIKES = List.of(
            Map.entry("rn", "m"),
            Map.entry("m", "rn"),
            Map.entry("cl", "d"),
            Map.entry("l", "1"),
            Map.entry("h", "b"),
            Map.entry("e", "c"),
            Map.entry("o", "0"),
            Map.entry("S", "5"),
            Map.entry("0", "O"),
            Map.entry("ш", "щ"),
            Map.entry("и", "н"),
            Map.entry("е", "с"),
            Map.entry("о", "0"));

    @Override
    public Draft apply(Draft draft, Random random) {
        var paragraphs = draft.paragraphs().stream()
                .map(paragraph -> new ArrayList<>(Arrays.asList(paragraph.split(" "))))
                .toList();
        var places = places(paragraphs);
        Collections.shuffle(places, random);
        int count = Math.max(1, (int) Math.round(places.size() * share));
        for (var place : places.subList(0, count)) {
            paragraphs
                    .get(place[0])
                    .set(place[1], damaged(paragraphs.get(place[0]).get(place[1]), random));
        }
        return draft.withParagraphs(
                paragraphs.stream().map(words -> String.join(" ", words)).toList());
    }

    private static List<int[]> places(List<? extends List<String>> paragraphs) {
        return IntStream.range(0, paragraphs.size())
                .boxed()
                .flatMap(p -> IntStream.range(0, paragraphs.get(p).size()).mapToObj(w -> new int[] {p, w}))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String damaged(String word, Random random) {
        int middle = word.length() / 2;
        var fitting = LOOK_ALIKES.stream()
                .filter(pair -> word.contains(pair.getKey()))
                .toList();
        if (!fitting.isEmpty() && random.nextInt(4) > 0) {
            var pair = Slots.pick(fitting, random);
            return word.replaceFirst(pair.getKey(), pair.getValue());
        }
        if (word.length() < 3) {
            return word + "'";
        }
        return word.substring(0, middle)
                + (random.nextBoolean() ? " " + word.charAt(middle) : "")
                + word.substring(middle + 1);
    }
}
