// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dedup;

import java.util.BitSet;

/**
 * Hashes that say nothing about what a document is a copy of: an outlet's boilerplate, and what too many texts of one day
 * hold. Boilerplate is counted in spans of two windows that overlap by one, so that whatever lies within a window lies
 * within a span. What is silent once stays so: counts only grow.
 */
final class Silence {
    private static final int WINDOW_DAYS = (int) CopyRule.WINDOW.toDays();
    private static final long DAY = 86_400_000L;

    /** Which table a hash is in; the same number means something else in each. */
    enum Table {
        BODY,
        MARKS,
        ANCHORS
    }

    /** In place of an outlet. */
    static final int ALL = -1;

    private final LongSet silent = new LongSet();
    private final BitSet outlets = new BitSet();
    private boolean hot;

    void add(long key, int outlet) {
        silent.add(key);
        if (outlet == ALL) {
            hot = true;
        } else {
            outlets.set(outlet);
        }
    }

    /** Whether any hash is silent for documents of an outlet. */
    boolean silences(int outlet) {
        return hot || outlets.get(outlet);
    }

    int size() {
        return silent.size();
    }

    boolean has(long key) {
        return silent.contains(key);
    }

    /** Whether a hash says something about a document of this outlet and time. */
    boolean live(Table table, int hash, int outlet, long time) {
        return !silences(outlet)
                || (!silent.contains(boilerplate(table, hash, outlet, span(time, 0)))
                        && !silent.contains(boilerplate(table, hash, outlet, span(time, 1)))
                        && !silent.contains(hot(table, hash, day(time))));
    }

    /** The span of two windows in which a time lies; there are two rows of spans, one window apart. */
    static int span(long time, int row) {
        return Math.floorDiv(day(time) + row * WINDOW_DAYS, 2 * WINDOW_DAYS) * 2 + row;
    }

    static int day(long time) {
        return (int) Math.floorDiv(time, DAY);
    }

    static long boilerplate(Table table, int hash, int outlet, int span) {
        return key(hash | (long) table.ordinal() << 32, outlet * 0x9E3779B97F4A7C15L + span);
    }

    static long hot(Table table, int hash, int day) {
        return key(hash | (long) (table.ordinal() + 8) << 32, day);
    }

    /** Looked up for every hash of every comparison, so no more is mixed than a table of numbers needs. */
    private static long key(long hash, long scope) {
        var key = (hash + scope * 0xD6E8FEB86659FD93L) * 0x9E3779B97F4A7C15L;
        return (key ^ (key >>> 32)) | 1;
    }
}
