// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.wire.record.Deadline;

/** One deadline as a VEVENT. */
final class CalendarEvent {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final Set<String> CANCELLED = Set.of("denied", "merged");
    private static final Set<String> PLAIN = Set.of("set", "repeated");
    private static final Map<String, Integer> EXACTNESS = Map.of("week", 1, "day", 2, "hour", 3);
    private static final int A_CHANGE = 4;

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SENTENCE = 500;
    private static final int MOST_NAMES = 5;
    private static final int MOST_CHANGES = 10;

    private final Deadline deadline;
    private final Due due;
    private final UnaryOperator<String> titles;
    private final @Nullable String desk;

    /**
     * @param titles what people call a target
     * @param desk its address, with a slash at its end; null where none is known
     */
    CalendarEvent(Deadline deadline, Due due, UnaryOperator<String> titles, @Nullable String desk) {
        this.deadline = deadline;
        this.due = due;
        this.titles = titles;
        this.desk = desk;
    }

    void write(IcsLines to) {
        var changed = changed();
        to.value("BEGIN", "VEVENT")
                .text("UID", "deadline-" + FeedText.line(deadline.id(), LONGEST_ID) + "@pointwatch")
                .value("DTSTAMP", TIME.format(changed))
                .value("CREATED", TIME.format(writable(deadline.firstSeen())))
                .value("LAST-MODIFIED", TIME.format(changed))
                .value("SEQUENCE", Integer.toString(sequence(deadline)));
        start(to);
        to.value("STATUS", status())
                .value("TRANSP", "TRANSPARENT")
                .value("CLASS", "PUBLIC")
                .text("SUMMARY", summary())
                .text("DESCRIPTION", description())
                .text("CATEGORIES", FeedText.line(deadline.status(), LONGEST_NAME));
        if (desk != null) {
            to.value("URL", desk + page());
        }
        alarm(to);
        to.value("END", "VEVENT");
    }

    /** Below the desk's address: this deadline, among those of its first point. A URI, which this format does not escape. */
    private String page() {
        var point = deadline.points().isEmpty()
                ? ""
                : "&point=" + AlertEntry.encoded(deadline.points().get(0));
        var status = deadline.status().equals("merged") ? "merged" : "all"; // of which merged ones are no part
        return "deadlines?status=" + status + point + "#deadline-"
                + AlertEntry.encoded(FeedText.line(deadline.id(), LONGEST_ID));
    }

    private void start(IcsLines to) {
        if (due instanceof Due.Day day) {
            to.value("DTSTART;VALUE=DATE", DAY.format(day.date()));
            to.value("DTEND;VALUE=DATE", DAY.format(day.date().plusDays(1)));
        } else if (due instanceof Due.Moment moment) {
            to.value("DTSTART", TIME.format(moment.at()));
        }
    }

    private void alarm(IcsLines to) {
        if (!cancelled()) {
            to.value("BEGIN", "VALARM")
                    .value("ACTION", "DISPLAY")
                    .value("TRIGGER", "-P1D")
                    .text("DESCRIPTION", summary())
                    .value("END", "VALARM");
        }
    }

    /**
     * Grows with each change of status or day, and with a time that was made more exact since: out of the record alone, so
     * that a restart or a replay comes to the same. A correction that takes a change back takes its number back, too.
     */
    static int sequence(Deadline d) {
        var changes = Math.max(0, d.history().size() - 1);
        if (d.history().isEmpty()) {
            return changes;
        }
        var last = d.history().get(d.history().size() - 1);
        if (!d.status().equals(last.status())) {
            changes++;
        }
        var refined = d.due() != null && !d.due().equals(last.due());
        return A_CHANGE * changes + (refined ? EXACTNESS.getOrDefault(d.precision(), 0) : 0);
    }

    /** Event time of the last thing that was said of it or happened to it. */
    private Instant changed() {
        var last = deadline.history().stream().map(Deadline.Change::at);
        return writable(Stream.concat(last, Stream.of(deadline.lastSeen()))
                .max(Instant::compareTo)
                .orElse(deadline.lastSeen()));
    }

    /** In the years that the format has. */
    private static Instant writable(Instant time) {
        var first = Instant.parse("0001-01-01T00:00:00Z");
        var last = Instant.parse("9999-12-31T23:59:59Z");
        return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
    }

    private boolean cancelled() {
        return CANCELLED.contains(deadline.status());
    }

    private String status() {
        return cancelled() ? "CANCELLED" : deadline.status().equals("softened") ? "TENTATIVE" : "CONFIRMED";
    }

    private String summary() {
        var text = new StringBuilder("Deadline");
        if (deadline.bound() != null) {
            text.append(" for ").append(name(Target.actor(deadline.bound())));
        }
        var points = names(deadline.points());
        if (!points.isEmpty()) {
            text.append(": ").append(points);
        }
        if (!PLAIN.contains(deadline.status())) {
            text.append(" (")
                    .append(FeedText.line(deadline.status(), LONGEST_NAME))
                    .append(')');
        }
        return text.toString();
    }

    private String description() {
        var lines = new ArrayList<String>();
        if (deadline.evidence() != null) {
            lines.add("“" + FeedText.line(deadline.evidence(), LONGEST_SENTENCE) + "”");
        }
        if (deadline.setBy() != null) {
            lines.add("Set by " + name(Target.actor(deadline.setBy())) + ".");
        }
        lines.add("In " + deadline.stories() + (deadline.stories() == 1 ? " story" : " stories") + ", first "
                + READABLE.format(deadline.firstSeen()) + ", last " + READABLE.format(deadline.lastSeen()) + ".");
        if (due instanceof Due.Day && !deadline.precision().equals("day")) {
            lines.add("Known to the " + FeedText.line(deadline.precision(), LONGEST_NAME) + ": this is its last day.");
        }
        lines.addAll(history());
        return String.join("\n", lines);
    }

    private List<String> history() {
        var all = deadline.history();
        var shown = all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size());
        var lines = new ArrayList<String>();
        if (shown.size() < all.size()) {
            lines.add((all.size() - shown.size()) + " earlier changes.");
        }
        for (var change : shown) {
            lines.add(READABLE.format(change.at()) + ": " + FeedText.line(change.status(), LONGEST_NAME)
                    + (change.due() == null ? "" : ", due " + FeedText.line(change.due(), LONGEST_NAME)));
        }
        return lines;
    }

    private String names(List<String> points) {
        var shown = new ArrayList<String>();
        points.stream().limit(MOST_NAMES).forEach(point -> shown.add(name(Target.point(point))));
        if (points.size() > MOST_NAMES) {
            shown.add((points.size() - MOST_NAMES) + " more");
        }
        return String.join("; ", shown);
    }

    private String name(String target) {
        return FeedText.line(titles.apply(target), LONGEST_NAME);
    }
}
