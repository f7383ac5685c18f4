// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers that are collected and then put in order. */
final class IntList {
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

    IntStream sorted(Order order) {
        return Arrays.stream(numbers, 0, size)
                .boxed()
                .sorted((a, b) -> a.equals(b) ? 0 : order.before(a, b) ? -1 : 1)
                .mapToInt(n -> n);
    }
}
