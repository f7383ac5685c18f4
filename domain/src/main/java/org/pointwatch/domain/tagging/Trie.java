// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The vocabulary as a tree of letters. */
final class Trie {
    static final int ROOT = 0;
    static final int DEAD = -1;
    private static final int[] NONE = {};

    private long[] keys = new long[1 << 12];
    private int[] next = new int[1 << 12];
    private int edges;
    private final List<int[]> exact = new ArrayList<>(List.of(NONE));
    private final List<int[]> prefix = new ArrayList<>(List.of(NONE));

    Trie(Vocabulary vocabulary) {
        Arrays.fill(keys, -1);
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.term(id) instanceof Expr.Word word && word.match() != Expr.Match.STEM) {
                var lists = word.match() == Expr.Match.PREFIX ? prefix : exact;
                var node = insert(word.text());
                lists.set(node, plus(lists.get(node), id));
            }
        }
    }

    int step(int node, char c) {
        var key = key(node, c);
        var slot = slot(key, keys.length);
        while (keys[slot] != -1) {
            if (keys[slot] == key) {
                return next[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return DEAD;
    }

    /** Terms that the word ending here is. */
    int[] exact(int node) {
        return exact.get(node);
    }

    /** Terms that any word passing here begins with. */
    int[] prefix(int node) {
        return prefix.get(node);
    }

    private int insert(String word) {
        var node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            var child = step(node, word.charAt(i));
            if (child == DEAD) {
                child = exact.size();
                exact.add(NONE);
                prefix.add(NONE);
                put(key(node, word.charAt(i)), child);
            }
            node = child;
        }
        return node;
    }

    private void put(long key, int child) {
        if (++edges * 3 > keys.length) {
            grow();
        }
        var slot = slot(key, keys.length);
        while (keys[slot] != -1) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        next[slot] = child;
    }

    private void grow() {
        var oldKeys = keys;
        var oldNext = next;
        keys = new long[oldKeys.length * 2];
        next = new int[oldKeys.length * 2];
        Arrays.fill(keys, -1);
        edges = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != -1) {
                put(oldKeys[i], oldNext[i]);
            }
        }
        edges++;
    }

    private static long key(int node, char c) {
        return ((long) node << 16) | c;
    }

    private static int slot(long key, int size) {
        var h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 40) & (size - 1);
    }

    private static int[] plus(int[] ids, int id) {
        var more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        return more;
    }
}
