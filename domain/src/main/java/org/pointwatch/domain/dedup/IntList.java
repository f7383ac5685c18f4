// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;

/** Numbers that are collected and then put in order. */
final class IntList {
    /** So many are put in order by insertion, without an object for each. */
    private static final int FEW = 40;

    private int[] numbers = new int[16];
    private int size;

    /** Whether one number comes before another. */
    interface Order {
        boolean before(int a, int b);
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    int[] sorted(Order order) {
        var all = toArray();
        return size <= FEW
                ? inserted(all, order)
                : Arrays.stream(all)
                        .boxed()
                        .sorted((a, b) -> a.equals(b) ? 0 : order.before(a, b) ? -1 : 1)
                        .mapToInt(n -> n)
                        .toArray();
    }

    private static int[] inserted(int[] all, Order order) {
        for (var i = 1; i < all.length; i++) {
            var number = all[i];
            var at = i;
            while (at > 0 && order.before(number, all[at - 1])) {
                all[at] = all[--at];
            }
            all[at] = number;
        }
        return all;
    }
}
