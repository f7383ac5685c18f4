// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much of a field is kept. */
final class Limits {
    static final int TITLE = 1_000;
    static final int AUTHOR = 200;
    static final int ID = 2_000;
    private static final Pattern MINUTES = Pattern.compile("\\s*([0-9]{1,6})\\s*");

    private Limits() {}

    /** RSS's ttl: minutes, a hint. */
    static @Nullable Duration ttl(String minutes) {
        var m = MINUTES.matcher(minutes);
        return m.matches() && Integer.parseInt(m.group(1)) > 0
                ? Duration.ofMinutes(Integer.parseInt(m.group(1)))
                : null;
    }
}
