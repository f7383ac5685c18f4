// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.feed.AlertEntry;
import org.pointwatch.desk.feed.FeedText;

/**
 * An alert with what a reader is told beside it. All texts are of unknown origin until they are asked for here: on one line,
 * without control characters, cut.
 *
 * @param desk address of the desk as readers reach it, with a slash at its end; null where none is known
 */
record Notice(AlertEntry entry, @Nullable String outlet, @Nullable String headline, @Nullable String desk) {
    private static final int LONGEST_HEADLINE = 300;
    private static final int ID_LENGTH = 32;

    String title(UnaryOperator<String> titles) {
        return entry.title(titles);
    }

    @Nullable
    String outletLine() {
        return outlet == null ? null : FeedText.line(outlet, LONGEST_HEADLINE);
    }

    @Nullable
    String headlineLine() {
        return headline == null ? null : FeedText.line(headline, LONGEST_HEADLINE);
    }

    /** Where the desk shows the alert with what it rests on; null where the desk's address is not known. */
    @Nullable
    String page() {
        return desk == null ? null : desk + entry.page();
    }

    /** The same for the same alert and destination at every attempt, of letters and digits alone. */
    String messageId(String destination) {
        return "msg_" + hash(destination + "\n" + entry.alert().id());
    }

    static String hash(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
