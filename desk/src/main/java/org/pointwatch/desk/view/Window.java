// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ranges that a page can be opened on; they end with the data, not with the wall clock. */
public enum Window {
    ALL("all", null),
    WEEKS("28d", Duration.ofDays(28)),
    WEEK("7d", Duration.ofDays(7)),
    DAY("24h", Duration.ofHours(24));

    private final String word;
    private final @Nullable Duration length;

    Window(String word, @Nullable Duration length) {
        this.word = word;
        this.length = length;
    }

    /** As in {@code ?range=7d}. */
    public String word() {
        return word;
    }

    public static Optional<Window> of(String word) {
        return Arrays.stream(values()).filter(w -> w.word.equals(word)).findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(Window::word).collect(Collectors.joining(", "));
    }

    Range until(@Nullable Instant asOf) {
        return length == null || asOf == null ? Range.EVERYTHING : new Range(asOf.minus(length), null);
    }
}
