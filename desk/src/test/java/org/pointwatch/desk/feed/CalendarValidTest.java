// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.feed.FeedSamples.HOSTILE;
import static org.pointwatch.desk.feed.FeedSamples.deadline;
import static org.pointwatch.desk.feed.FeedSamples.moved;

/** The calendar as a library reads and judges it that knows nothing of us. */
final class CalendarValidTest {
    private static Calendar read(Deadline... deadlines) throws Exception {
        var text = CalendarFeed.write("Deadlines, all", List.of(deadlines), target -> target, "https://desk.example/")
                .text();
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).map(Property::getValue).orElseThrow();
    }

    @Test
    void everyStatusPrecisionAndTextIsValid() throws Exception {
        var calendar = read(
                moved(),
                deadline("denied", null, history()),
                deadline("h", "softened", "hour", "2025-11-27T18:00:00+02:00", history(), "x"),
                deadline("m", "merged", "month", "2025-11-30", history(), ""),
                deadline(HOSTILE, HOSTILE, HOSTILE, "2025-12-01", history(), HOSTILE),
                deadline("l", "passed", "week", "2025-11-30", history(), "Київ, до четверга; 👍 ".repeat(40)));
        ValidationResult result = calendar.validate();
        assertThat(result.getEntries()).isEmpty();
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(6);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var event = read(moved()).<VEvent>getComponents(Component.VEVENT).get(0);
        assertThat(value(event, Property.UID)).isEqualTo("deadline-0123456789abcdef0123@pointwatch");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Deadline for actor:ukraine: point:army-cap (moved)");
        assertThat(value(event, Property.DESCRIPTION)).contains("\n", "“Kyiv has until Thursday, they said.”");
        assertThat(value(event, Property.URL)).startsWith("https://desk.example/deadlines?status=all&point=army-cap#");
        assertThat(event.<DtStart<LocalDate>>getProperty(Property.DTSTART)
                        .orElseThrow()
                        .getDate())
                .isEqualTo(LocalDate.of(2025, 11, 27));
        assertThat(event.getAlarms()).singleElement().satisfies(alarm -> assertThat(value(alarm, Property.TRIGGER))
                .isEqualTo("-P1D"));
    }

    @Test
    void aHostileTextIsReadAsText() throws Exception {
        var event = read(deadline("d", "set", "day", "2025-12-01", history(), HOSTILE))
                .<VEvent>getComponents(Component.VEVENT)
                .get(0);
        assertThat(value(event, Property.DESCRIPTION)).startsWith("“a]]>b<script> END:VEVENT ATTACH:file:///x;c,d\\ef");
        assertThat(event.getProperty(Property.ATTACH)).isEmpty();
    }

    private static String history() {
        return "[{\"at\": \"2025-11-20T12:00:00Z\", \"status\": \"set\", \"due\": \"2025-11-25\"}]";
    }
}
