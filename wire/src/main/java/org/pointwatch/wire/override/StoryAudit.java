// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.pointwatch.cli.term.Failure;

/**
 * What is kept of a decision for those who ask later.
 *
 * @param why in the analyst's words, empty for no reason
 */
record StoryAudit(String by, String why, Instant at) {
    private static final int LONGEST_NAME = 100;
    static final int LONGEST_REASON = 1_000;

    /** @throws Failure for a text that is too long or would garble a terminal */
    static StoryAudit of(String by, String why, InstantSource clock) {
        var name = text("--by", by, LONGEST_NAME);
        if (name.isEmpty() || name.equals("?")) { // the JVM's name for a user that the system cannot name
            throw Failure.usage("nobody to name as the author: say who decides with --by NAME");
        }
        return new StoryAudit(
                name, text("--why", why, LONGEST_REASON), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    StoryAudit at(Instant other) {
        return new StoryAudit(by, why, other);
    }

    /** @throws Failure for a text that is too long or would garble a terminal */
    static String text(String option, String given, int most) {
        var text = given.strip();
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            throw Failure.usage(
                    "%s has %,d characters, and %,d can be kept: shorten it".formatted(option, length, most));
        }
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw Failure.usage("%s has the control character U+%04X at position %d: leave it out"
                        .formatted(option, (int) text.charAt(i), i + 1));
            }
        }
        return text;
    }
}
