// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Deadline;

/**
 * Deadlines as one iCalendar object (RFC 5545, with the refresh hints of RFC 7986 and those that older programs read). It
 * has no METHOD, because it is subscribed to, not sent to anyone.
 */
public final class CalendarFeed {
    public static final String TYPE = "text/calendar; charset=utf-8";

    private static final String REFRESH = "PT1H";
    private static final int LONGEST_NAME = 200;

    private CalendarFeed() {}

    /**
     * The calendar, and what could not be put into it.
     *
     * @param undated deadlines that never had a day that a calendar can show
     */
    public record Written(String text, int undated) {}

    /**
     * @param titles what people call a target
     * @param desk address that events lead to, with a slash at its end; null where none is known
     */
    public static Written write(
            String name, List<Deadline> deadlines, UnaryOperator<String> titles, @Nullable String desk) {
        var lines = new IcsLines()
                .value("BEGIN", "VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Pointwatch//Deadlines//EN")
                .value("CALSCALE", "GREGORIAN")
                .text("NAME", FeedText.line(name, LONGEST_NAME))
                .text("X-WR-CALNAME", FeedText.line(name, LONGEST_NAME))
                .value("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .value("X-PUBLISHED-TTL", REFRESH);
        var undated = 0;
        for (var deadline : deadlines) {
            var due = Due.of(deadline);
            if (due == null) {
                undated++;
            } else {
                new CalendarEvent(deadline, due, titles, desk).write(lines);
            }
        }
        return new Written(lines.value("END", "VCALENDAR").toString(), undated);
    }
}
