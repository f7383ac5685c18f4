// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and its misspellings, ISO 8601 in all widths, Unix times. The weekday is ignored;
 * a time without a zone, or with one nobody knows, is taken in the subscription's zone; a date alone is the start of
 * that day there. What lies before 1995 or more than a day ahead is implausible, and so is what cannot be read.
 */
public final class FeedDates {
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int LONGEST = 100;

    private static final String TIME =
            "(?:[T,\\s]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?m\\.?)?\\s*([^\\s].{0,40})?)?";
    private static final Pattern ISO = pattern("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?" + TIME);
    private static final Pattern YEAR_FIRST = pattern("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})" + TIME);
    private static final Pattern DAY_FIRST = pattern("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})" + TIME);
    private static final Pattern BASIC =
            pattern("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?\\s*(\\S.{0,20})?)?");
    private static final Pattern RFC_822 =
            pattern("(\\d{1,2})(?:st|nd|rd|th)?[\\s-]\\s*(\\p{L}{3,12})\\.?[\\s,-]\\s*(\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_FIRST =
            pattern("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME);
    private static final Pattern ASCTIME =
            pattern("(\\p{L}{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(?:(\\S{1,10})\\s+)?(\\d{4})");
    private static final Pattern WEEKDAY =
            Pattern.compile("^\\p{L}{2,12}\\.?(?:,\\s*|\\s+)(?=\\d|\\p{L}{3})", Pattern.UNICODE_CASE);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");

    private FeedDates() {}

    /** Never throws; {@code zone} null is UTC. */
    public static FeedDate read(@Nullable String written, @Nullable ZoneId zone, Instant now) {
        if (written == null || written.isBlank()) {
            return FeedDate.ABSENT;
        }
        var text = CleanText.line(written, LONGEST + 1);
        if (text.length() > LONGEST) {
            return FeedDate.NONSENSE;
        }
        try {
            return plausible(unbounded(text, zone == null ? ZoneOffset.UTC : zone), now);
        } catch (DateTimeException | ArithmeticException e) {
            return FeedDate.NONSENSE;
        }
    }

    private static FeedDate plausible(FeedDate date, Instant now) {
        var at = date.at();
        return at == null || at.isBefore(EARLIEST) || at.isAfter(now.plus(AHEAD)) ? FeedDate.NONSENSE : date;
    }

    private static FeedDate unbounded(String text, ZoneId zone) {
        if (EPOCH.matcher(text).matches()) {
            var number = Long.parseLong(text);
            return new FeedDate(
                    text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number), FeedDate.FEED);
        }
        var found = numeric(text, zone);
        if (found == null) {
            found = named(text, zone);
        }
        if (found == null) {
            var bare = WEEKDAY.matcher(text).replaceFirst("");
            found = bare.equals(text) ? null : named(bare, zone);
        }
        return found == null ? FeedDate.NONSENSE : found;
    }

    private static @Nullable FeedDate numeric(String text, ZoneId zone) {
        var m = ISO.matcher(text);
        if (m.matches()) {
            return date(number(m.group(1)), number(m.group(2)), m.group(3) == null ? 1 : number(m.group(3)), m, zone);
        }
        m = BASIC.matcher(text);
        if (m.matches()) {
            var day = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
            return m.group(4) == null
                    ? dayOnly(day, zone)
                    : at(day, number(m.group(4)), number(m.group(5)), optional(m.group(6)), m.group(7), zone);
        }
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return date(number(m.group(1)), number(m.group(2)), number(m.group(3)), m, zone);
        }
        m = DAY_FIRST.matcher(text);
        return m.matches() ? dayOrMonthFirst(m, zone) : null;
    }

    /** 03/04/2025 is two days to two people, so it is none; dots are always day first. */
    private static FeedDate dayOrMonthFirst(MatchResult m, ZoneId zone) {
        var first = number(m.group(1));
        var second = number(m.group(2));
        var dots = m.group().indexOf('.') >= 0 && m.group().indexOf('.') < 3;
        if (!dots && first <= 12 && second <= 12 && first != second) {
            return FeedDate.NONSENSE;
        }
        return first > 12 || dots
                ? date(number(m.group(3)), second, first, m, zone)
                : date(number(m.group(3)), first, second, m, zone);
    }

    private static @Nullable FeedDate named(String text, ZoneId zone) {
        var m = RFC_822.matcher(text);
        if (m.matches()) {
            return date(year(m.group(3)), Months.number(m.group(2)), number(m.group(1)), m, zone);
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return date(number(m.group(3)), Months.number(m.group(1)), number(m.group(2)), m, zone);
        }
        m = ASCTIME.matcher(text);
        if (m.matches()) {
            var day = LocalDate.of(number(m.group(7)), Months.number(m.group(1)), number(m.group(2)));
            return at(day, number(m.group(3)), number(m.group(4)), number(m.group(5)), m.group(6), zone);
        }
        return null;
    }

    /** @param m with the groups of {@link #TIME} from the fourth on */
    private static FeedDate date(int year, int month, int dayOfMonth, MatchResult m, ZoneId zone) {
        var day = LocalDate.of(year, month, dayOfMonth);
        if (m.group(4) == null) {
            return dayOnly(day, zone);
        }
        var hour = number(m.group(4));
        var half = m.group(7);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return at(day, hour, number(m.group(5)), optional(m.group(6)), m.group(8), zone);
    }

    private static FeedDate dayOnly(LocalDate day, ZoneId zone) {
        return new FeedDate(day.atStartOfDay(zone).toInstant(), FeedDate.DATE_ONLY);
    }

    private static FeedDate at(
            LocalDate day, int hour, int minute, int second, @Nullable String zoneName, ZoneId zone) {
        var midnight = hour == 24 && minute == 0 && second == 0;
        var time = LocalDateTime.of(day, LocalTime.of(midnight ? 0 : hour, minute, second == 60 ? 59 : second));
        var where = Zones.of(zoneName, zone);
        return where == null
                ? FeedDate.NONSENSE
                : new FeedDate(time.plusDays(midnight ? 1 : 0).atZone(where).toInstant(), FeedDate.FEED);
    }

    private static int year(String digits) {
        var year = number(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int optional(@Nullable String digits) {
        return digits == null ? 0 : number(digits);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
