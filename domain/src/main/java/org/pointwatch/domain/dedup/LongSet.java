// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

/** A set of well-mixed numbers other than 0. */
final class LongSet {
    private long[] slots = new long[1 << 8];
    private int size;

    boolean add(long value) {
        var at = slot(value);
        if (slots[at] == value) {
            return false;
        }
        slots[at] = value;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(long value) {
        return slots[slot(value)] == value;
    }

    int size() {
        return size;
    }

    private int slot(long value) {
        var mask = slots.length - 1;
        var at = (int) value & mask;
        while (slots[at] != 0 && slots[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        for (var value : old) {
            if (value != 0) {
                slots[slot(value)] = value;
            }
        }
    }
}
