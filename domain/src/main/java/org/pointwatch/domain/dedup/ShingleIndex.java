// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which documents hold a shingle: an open-addressed table of hashes, each with a chain of document numbers.
 * Not thread-safe. A chain over {@link #CAP} documents keeps its earliest, so that no shingle is hot.
 */
public final class ShingleIndex {
    /** Longest chain. */
    static final int CAP = 64;

    private static final int FREE = -1;

    private long[] keys = new long[1 << 12];
    private int[] heads = filled(1 << 12);
    private int used;

    private int[] chained = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int links;

    private Document[] documents = new Document[1 << 8];
    private int count;
    private long capped;

    /** Every indexed document that shares at least one hash, with how many. */
    public Map<Document, Integer> sharing(long[] hashes) {
        var shared = new HashMap<Integer, Integer>();
        for (var hash : hashes) {
            for (var link = heads[slot(hash)]; link != FREE; link = next[link]) {
                shared.merge(chained[link], 1, Integer::sum);
            }
        }
        var out = new HashMap<Document, Integer>(shared.size() * 2);
        shared.forEach((number, n) -> out.put(documents[number], n));
        return out;
    }

    public void add(Document document, long[] hashes) {
        if (count == documents.length) {
            documents = Arrays.copyOf(documents, count * 2);
        }
        documents[count] = document;
        for (var hash : hashes) {
            chain(hash, count);
        }
        count++;
    }

    /** Times a document was left out of a full chain. */
    public long capped() {
        return capped;
    }

    public int size() {
        return count;
    }

    private void chain(long hash, int number) {
        var slot = slot(hash);
        if (heads[slot] == FREE) {
            keys[slot] = hash;
            used++;
        } else if (full(slot)) {
            capped++;
            replaceLatest(slot, number);
            return;
        }
        if (links == chained.length) {
            chained = Arrays.copyOf(chained, links + links / 2);
            next = Arrays.copyOf(next, links + links / 2);
        }
        chained[links] = number;
        next[links] = heads[slot];
        heads[slot] = links++;
        if (used * 5L > keys.length * 3L) {
            grow();
        }
    }

    private boolean full(int slot) {
        var length = 0;
        for (var link = heads[slot]; link != FREE; link = next[link]) {
            length++;
        }
        return length >= CAP;
    }

    private void replaceLatest(int slot, int number) {
        var latest = heads[slot];
        for (var link = latest; link != FREE; link = next[link]) {
            if (documents[chained[latest]].before(documents[chained[link]])) {
                latest = link;
            }
        }
        if (documents[number].before(documents[chained[latest]])) {
            chained[latest] = number;
        }
    }

    private int slot(long hash) {
        var mask = keys.length - 1;
        var at = (int) (hash * 0x9E3779B97F4A7C15L >>> 20) & mask;
        while (heads[at] != FREE && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = filled(keys.length);
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != FREE) {
                var at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                heads[at] = oldHeads[i];
            }
        }
    }

    private static int[] filled(int length) {
        var array = new int[length];
        Arrays.fill(array, FREE);
        return array;
    }
}
