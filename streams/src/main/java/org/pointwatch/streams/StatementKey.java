// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.HexFormat;

/** Keys of the stores of {@link WalkDeadlines}: what belongs to one binding stands together, articles in their order. */
final class StatementKey {
    private static final char GAP = '\u001f';

    private StatementKey() {}

    /** All of one binding. */
    static String prefix(String binding) {
        return binding + GAP;
    }

    /** An article's statements, in the order of (event time, id). */
    static String of(String binding, Instant at, String article) {
        var hex = HexFormat.of();
        return prefix(binding)
                + hex.toHexDigits(at.getEpochSecond() ^ Long.MIN_VALUE)
                + hex.toHexDigits(at.getNano())
                + article;
    }

    static String of(String binding, String deadline) {
        return prefix(binding) + deadline;
    }

    /** The binding that a key belongs to. */
    static String binding(String key) {
        return key.substring(0, key.indexOf(GAP));
    }
}
