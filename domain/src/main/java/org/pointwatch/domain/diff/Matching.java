// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The longest common row of two lists, in room that grows with their length alone. */
final class Matching {
    private Matching() {}

    /** For each element of {@code before} its place in {@code after}, -1 for none; places only rise. */
    static <T> int[] of(List<T> before, List<T> after) {
        var numbers = new HashMap<T, Integer>();
        before.forEach(one -> numbers.putIfAbsent(one, numbers.size()));
        var left = shared(before, numbers, after);
        var right = shared(after, numbers, before);
        var place = new int[before.size()];
        Arrays.fill(place, -1);
        var kept = keep(values(before, left, numbers), values(after, right, numbers));
        for (var i = 0; i < left.size(); i++) {
            if (kept[i] >= 0) {
                place[left.get(i)] = right.get(kept[i]);
            }
        }
        return place;
    }

    /** Places of what the other list has too: nothing else can be common, and it would only take time. */
    private static <T> List<Integer> shared(List<T> list, Map<T, Integer> numbers, List<T> other) {
        var there = new boolean[numbers.size()];
        for (var one : other) {
            var number = numbers.get(one);
            if (number != null) {
                there[number] = true;
            }
        }
        var places = new ArrayList<Integer>();
        for (var i = 0; i < list.size(); i++) {
            var number = numbers.get(list.get(i));
            if (number != null && there[number]) {
                places.add(i);
            }
        }
        return places;
    }

    private static <T> List<Integer> values(List<T> list, List<Integer> places, Map<T, Integer> numbers) {
        return places.stream().map(i -> numbers.getOrDefault(list.get(i), -1)).toList();
    }

    private static int[] keep(List<Integer> before, List<Integer> after) {
        var kept = new int[before.size()];
        var at = 0;
        var shift = 0;
        for (var delta : DiffUtils.diff(before, after, new MeyersDiffWithLinearSpace<Integer>())
                .getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            for (; at < source.getPosition(); at++) {
                kept[at] = at + shift;
            }
            for (; at < source.getPosition() + source.size(); at++) {
                kept[at] = -1;
            }
            shift = target.getPosition() + target.size() - at;
        }
        for (; at < before.size(); at++) {
            kept[at] = at + shift;
        }
        return kept;
    }
}
