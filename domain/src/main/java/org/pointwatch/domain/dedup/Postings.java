// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which texts hold a hash: an open-addressed table, most of whose hashes have one holder. Not thread-safe. */
final class Postings {
    private static final int[] NONE = {};

    private int[] keys = new int[1 << 10];
    /** 0: free; n + 1: held by text n alone; -(n + 1): by those of list n. */
    private int[] values = new int[1 << 10];

    private int used;
    private final List<int[]> lists = new ArrayList<>();
    private int[] sizes = new int[16];

    /** Called for each holder of a hash. */
    interface Holder {
        void text(int text);
    }

    /** Adds a holder that does not hold the hash yet, and returns how many there are now. */
    int add(int hash, int text) {
        var at = slot(hash);
        var value = values[at];
        if (value == 0) {
            keys[at] = hash;
            values[at] = text + 1;
            if (++used * 3L > keys.length * 2L) {
                grow();
            }
            return 1;
        }
        if (value > 0) {
            values[at] = -1 - newList(value - 1);
        }
        return append(-values[at] - 1, text);
    }

    int count(int hash) {
        var value = values[slot(hash)];
        return value == 0 ? 0 : value > 0 ? 1 : sizes[-value - 1];
    }

    void forEach(int hash, Holder holder) {
        var value = values[slot(hash)];
        if (value > 0) {
            holder.text(value - 1);
        } else if (value < 0) {
            var list = lists.get(-value - 1);
            for (int i = 0, n = sizes[-value - 1]; i < n; i++) {
                holder.text(list[i]);
            }
        }
    }

    int[] holders(int hash) {
        var value = values[slot(hash)];
        return value == 0
                ? NONE
                : value > 0 ? new int[] {value - 1} : Arrays.copyOf(lists.get(-value - 1), sizes[-value - 1]);
    }

    private int newList(int first) {
        if (lists.size() == sizes.length) {
            sizes = Arrays.copyOf(sizes, sizes.length * 2);
        }
        sizes[lists.size()] = 1;
        lists.add(new int[] {first, 0});
        return lists.size() - 1;
    }

    private int append(int number, int text) {
        var list = lists.get(number);
        var size = sizes[number];
        if (size == list.length) {
            list = Arrays.copyOf(list, Math.max(2, size + size / 2 + 1));
            lists.set(number, list);
        }
        list[size] = text;
        return ++sizes[number];
    }

    private int slot(int hash) {
        var mask = keys.length - 1;
        var at = (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (values[at] != 0 && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                var at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
