// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.wire.record.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.feed.FeedSamples.HOSTILE;
import static org.pointwatch.desk.feed.FeedSamples.deadline;
import static org.pointwatch.desk.feed.FeedSamples.moved;

final class CalendarFeedTest {
    private static final String SET =
            "[{\"at\": \"2025-11-20T12:00:00Z\", \"status\": \"set\", \"due\": \"2025-11-25\", \"article\": \"a\"}]";
    private static final Map<String, String> TITLES = Map.of(
            "point:army-cap", "Cap on the army, in peace", "actor:ukraine", "Ukraine", "actor:us", "United States");

    private static CalendarFeed.Written written(Deadline... deadlines) {
        return written(null, deadlines);
    }

    private static CalendarFeed.Written written(@Nullable String desk, Deadline... deadlines) {
        return CalendarFeed.write("Deadlines", List.of(deadlines), target -> TITLES.getOrDefault(target, target), desk);
    }

    /** Unfolded. */
    private static List<String> lines(Deadline... deadlines) {
        return List.of(written(deadlines).text().replace("\r\n ", "").split("\r\n"));
    }

    @Test
    void aDeadlineIsAnEventOfItsDay() {
        assertThat(lines(moved()))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Pointwatch//Deadlines//EN",
                        "CALSCALE:GREGORIAN",
                        "NAME:Deadlines",
                        "X-WR-CALNAME:Deadlines",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "X-PUBLISHED-TTL:PT1H",
                        "BEGIN:VEVENT",
                        "UID:deadline-0123456789abcdef0123@pointwatch",
                        "DTSTAMP:20251122T120000Z",
                        "CREATED:20251120T120000Z",
                        "LAST-MODIFIED:20251122T120000Z",
                        "SEQUENCE:4",
                        "DTSTART;VALUE=DATE:20251127",
                        "DTEND;VALUE=DATE:20251128",
                        "STATUS:CONFIRMED",
                        "TRANSP:TRANSPARENT",
                        "CLASS:PUBLIC",
                        "SUMMARY:Deadline for Ukraine: Cap on the army\\, in peace (moved)",
                        "DESCRIPTION:“Kyiv has until Thursday\\, they said.”\\nSet by United States.\\nIn 3 stories\\,"
                                + " first 2025-11-20 12:00 UTC\\, last 2025-11-22 12:00 UTC.\\n2025-11-20 12:00 UTC:"
                                + " set\\, due 2025-11-25\\n2025-11-21 12:00 UTC: moved\\, due 2025-11-27",
                        "CATEGORIES:moved",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-P1D",
                        "DESCRIPTION:Deadline for Ukraine: Cap on the army\\, in peace (moved)",
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void anEventLeadsToItsDeadlineOnTheDeskAndIsElseTheSame() {
        var plain = lines(moved());
        var leading = List.of(written("https://desk.example/", moved())
                .text()
                .replace("\r\n ", "")
                .split("\r\n"));
        var url = "URL:https://desk.example/deadlines?status=all&point=army-cap#deadline-0123456789abcdef0123";
        assertThat(leading).containsOnlyOnce(url);
        assertThat(leading).filteredOn(line -> !line.equals(url)).isEqualTo(plain);
    }

    @Test
    void aMergedDeadlineIsFoundAmongTheMerged() {
        var text = written("https://desk.example/", deadline("merged", "2025-11-25", SET))
                .text()
                .replace("\r\n ", "");
        assertThat(text).contains("/deadlines?status=merged&point=army-cap#deadline-0123456789abcdef0123\r\n");
    }

    @Test
    void aHostileIdIsEncodedInTheAddress() {
        var text = written("https://desk.example/", deadline(HOSTILE, "set", "day", "2025-11-25", SET, "x"))
                .text();
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", "").lines().filter(line -> line.startsWith("URL:")))
                .singleElement()
                .asString()
                .matches("URL:https://desk\\.example/deadlines\\?status=all&point=army-cap#deadline-[A-Za-z0-9%._~-]+");
    }

    @Test
    void anHourIsATimeInUtc() {
        var lines = lines(deadline("d", "set", "hour", "2025-11-27T23:59+01:00", SET, "x"));
        assertThat(lines).contains("DTSTART:20251127T225900Z").noneMatch(line -> line.startsWith("DTEND"));
    }

    @Test
    void aWeekIsItsLastDayAndSaysSo() {
        var lines = lines(deadline("d", "set", "week", "2025-11-30", SET, "x"));
        assertThat(lines).contains("DTSTART;VALUE=DATE:20251130");
        assertThat(lines).anyMatch(line -> line.contains("Known to the week: this is its last day."));
    }

    @ParameterizedTest
    @CsvSource({
        "set, CONFIRMED, true",
        "repeated, CONFIRMED, true",
        "moved, CONFIRMED, true",
        "softened, TENTATIVE, true",
        "passed, CONFIRMED, true",
        "denied, CANCELLED, false",
        "merged, CANCELLED, false"
    })
    void theStatusIsTheCalendars(String status, String told, boolean alarm) {
        var lines = lines(deadline(status, "2025-11-25", SET));
        assertThat(lines).contains("STATUS:" + told);
        assertThat(lines.contains("BEGIN:VALARM")).isEqualTo(alarm);
    }

    @Test
    void aDenialWithoutADayCancelsTheDayThatWasKnown() {
        assertThat(lines(deadline("denied", null, SET))).contains("DTSTART;VALUE=DATE:20251125", "STATUS:CANCELLED");
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "2025-02-30", "+12345-01-01", "9999-12-31", "0000-01-01", "2025-11-27T25:00Z"})
    void aDayThatNoCalendarHasIsCounted(String due) {
        var none = written(deadline("set", due, "[]"));
        assertThat(none.undated()).isEqualTo(1);
        assertThat(none.text()).doesNotContain("VEVENT");
    }

    @Test
    void theSequenceGrowsWithEachChangeAndWithAMoreExactTime() {
        var moved = SET.replace(
                "}]", "}, {\"at\": \"2025-11-21T12:00:00Z\", \"status\": \"moved\", \"due\": \"2025-11-27\"}]");
        var story = List.of(
                deadline("d", "set", "week", "2025-11-25", SET, "x"),
                deadline("d", "set", "day", "2025-11-24", SET, "x"),
                deadline("d", "set", "hour", "2025-11-24T12:00Z", SET, "x"),
                deadline("d", "moved", "day", "2025-11-27", moved, "x"),
                deadline("d", "moved", "hour", "2025-11-27T12:00Z", moved, "x"),
                deadline("d", "merged", "hour", "2025-11-27T12:00Z", moved, "x"));
        assertThat(story.stream().map(CalendarEvent::sequence)).containsExactly(0, 2, 3, 4, 7, 11);
        assertThat(CalendarEvent.sequence(deadline("set", "2025-11-25", "[]"))).isZero();
    }

    @Test
    void timePassingIsALaterChangeThanTheLastMention() {
        var passed = "[{\"at\": \"2025-11-26T00:00:00Z\", \"status\": \"passed\", \"due\": \"2025-11-25\"}]";
        assertThat(lines(deadline("passed", "2025-11-25", passed)))
                .contains("DTSTAMP:20251126T000000Z", "LAST-MODIFIED:20251126T000000Z");
    }

    @Test
    void linesAreFoldedBetweenCharactersAt75Octets() {
        var long1 = "Київ має відповісти до четверга 👍 ".repeat(12);
        var text =
                written(deadline("d", "set", "day", "2025-11-25", SET, long1)).text();
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (var line : text.split("\r\n")) {
            var octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .isEqualTo(line)
                    .doesNotContain("\uFFFD", "?");
        }
        assertThat(text.replace("\r\n ", "")).contains(long1.strip());
        assertThat(text.lines().filter(line -> line.startsWith(" ")).count()).isGreaterThan(8);
    }

    @Test
    void aHostileTextAddsNoLine() {
        var plain = lines(deadline("d", "set", "day", "2025-11-25", SET, "x")).size();
        var hostile = CalendarFeed.write(
                HOSTILE,
                List.of(deadline(HOSTILE, "set", HOSTILE, "2025-11-25", SET, HOSTILE)),
                target -> HOSTILE,
                null);
        var lines = List.of(hostile.text().replace("\r\n ", "").split("\r\n"));
        assertThat(lines).hasSize(plain).filteredOn("END:VEVENT"::equals).hasSize(1);
        assertThat(lines).noneMatch(line -> line.startsWith("ATTACH"));
        assertThat(hostile.text()).doesNotContain("\u202E", "\u2066", "\u0000", "\u001b", "\u2028");
    }

    @Test
    void manyPointsAndChangesAreCutShort() {
        var history = new StringBuilder("[");
        for (var i = 0; i < 100; i++) {
            history.append(i == 0 ? "" : ",")
                    .append("{\"at\": \"2025-11-20T12:00:00Z\", \"status\": \"repeated\", \"due\": \"2025-11-25\"}");
        }
        var d = deadline("repeated", "2025-11-25", history + "]");
        assertThat(lines(d)).anyMatch(line -> line.contains("90 earlier changes."));
        assertThat(written(d).text().length()).isLessThan(4_000);
    }
}
