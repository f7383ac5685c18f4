// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import org.jspecify.annotations.Nullable;

/** The words of an article as offsets count them: title, two newlines, text. */
final class KeptWords {
    private static final String CUT = "…";

    private final @Nullable String whole;

    KeptWords(ArticleAnswer.@Nullable Text text) {
        whole = text == null ? null : text.title() + "\n\n" + text.words();
    }

    /** Whether just these words stand between the offsets; of words that were cut it is asked as far as they go. */
    boolean say(@Nullable String words, int start, int end) {
        if (whole == null || words == null || words.isEmpty() || start < 0 || end <= start || end > whole.length()) {
            return false;
        }
        if (whole.startsWith(words, start)) {
            return start + words.length() == end;
        }
        var kept = words.endsWith(CUT) ? words.substring(0, words.length() - 1) : "";
        return !kept.isEmpty() && start + kept.length() <= end && whole.startsWith(kept, start);
    }
}
