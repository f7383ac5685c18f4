// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.sentiment;

import java.util.Arrays;
import java.util.List;
import org.pointwatch.domain.tagging.Words;

/**
 * What a model knows of words: classes such as "praise" or "crime", and which of them turn a sentence. Words are known by
 * the hash of their {@linkplain Words#plain plain} form, so that no list of them is kept.
 */
public final class WordClasses {
    /** A class with this trait turns what follows it. */
    public static final int NEGATION = 1;

    /** A clause ends before such a word. */
    public static final int CONTRAST = 1 << 1;

    /** He, she. */
    public static final int PERSON = 1 << 2;

    /** It, they. */
    public static final int THING = 1 << 3;

    public static final int GOOD = 1 << 4;
    public static final int BAD = 1 << 5;

    /** Forms of verbs that are no participle. */
    public static final int VERB = 1 << 6;

    /** Forms in -ed and -ing, and what stands for them. */
    public static final int PARTICIPLE = 1 << 7;

    static final byte[] NONE = {};
    private static final byte[] NUMBER = NONE;
    private static final int BITS = 8;

    /** There may be more classes than a byte with a sign has room for. */
    static final int BYTE = 0xFF;

    private final List<Entry> entries;
    private final byte[] traits;
    private final int[] keys;
    private final byte[][] values;
    private final int mask;

    /** A word and its classes. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(int hash, byte[] classes) {}

    /** @param traits of each class */
    public WordClasses(List<Entry> entries, byte[] traits) {
        this.entries = List.copyOf(entries);
        this.traits = traits.clone();
        var size = Integer.highestOneBit(Math.max(BITS, entries.size() * 2)) * 2;
        mask = size - 1;
        keys = new int[size];
        values = new byte[size][];
        Arrays.fill(values, NONE);
        entries.forEach(this::put);
    }

    private void put(Entry entry) {
        var at = slot(entry.hash());
        while (values[at].length > 0 && keys[at] != entry.hash()) {
            at = (at + 1) & mask;
        }
        keys[at] = entry.hash();
        values[at] = entry.classes();
    }

    private int slot(int hash) {
        return (hash ^ hash >>> BITS * 2) & mask;
    }

    /** As they were given, for those who write the model down. */
    public List<Entry> entries() {
        return entries;
    }

    /** Of each class. */
    public byte[] traits() {
        return traits.clone();
    }

    /** The classes of a word, none for a number. Not to be changed. */
    byte[] of(Words words, int word) {
        return Double.isNaN(words.number(word)) ? of(words.plain(word).hashCode()) : NUMBER;
    }

    private byte[] of(int hash) {
        var at = slot(hash);
        while (values[at].length > 0) {
            if (keys[at] == hash) {
                return values[at];
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }

    boolean is(byte[] classes, int trait) {
        for (var one : classes) {
            if ((traits[one & BYTE] & trait) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Good classes less bad ones. */
    int polarity(byte[] classes) {
        var sum = 0;
        for (var one : classes) {
            sum += (traits[one & BYTE] & GOOD) != 0 ? 1 : (traits[one & BYTE] & BAD) != 0 ? -1 : 0;
        }
        return sum;
    }
}
