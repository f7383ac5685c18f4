// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What is kept of a decision for those who ask later.
 *
 * @param why in the analyst's words, empty for no reason
 */
public record StoryAudit(String by, String why, Instant at) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 1_000;

    /**
     * @param byName what the author is called where the text was given, such as {@code --by}
     * @param whyName likewise
     * @throws OverrideException for a text that is too long or would garble a terminal
     */
    public static StoryAudit of(String byName, String by, String whyName, String why, InstantSource clock) {
        var name = text(byName, by, LONGEST_NAME);
        if (name.isEmpty() || name.equals("?")) { // the JVM's name for a user that the system cannot name
            throw OverrideException.wrong("nobody to name as the author: say who decides with " + byName);
        }
        return new StoryAudit(name, reason(whyName, why), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** @throws OverrideException for a text that is too long or would garble a terminal */
    public static String reason(String name, String given) {
        return text(name, given, LONGEST_REASON);
    }

    StoryAudit at(Instant other) {
        return new StoryAudit(by, why, other);
    }

    /** @throws OverrideException for a text that is too long or would garble a terminal */
    private static String text(String option, String given, int most) {
        var text = given.strip();
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            throw OverrideException.wrong(
                    "%s has %,d characters, and %,d can be kept: shorten it".formatted(option, length, most));
        }
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw OverrideException.wrong("%s has the control character U+%04X at position %d: leave it out"
                        .formatted(option, (int) text.charAt(i), i + 1));
            }
        }
        return text;
    }
}
