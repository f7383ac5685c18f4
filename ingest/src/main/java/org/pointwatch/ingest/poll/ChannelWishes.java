// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.record.Polling.Wishes;

/**
 * What a feed says about when to ask it: ttl, skipHours, skipDays and the syndication module's period, read from the
 * bytes in front of the first entry without parsing them, so that a feed that is broken further on is heard as well.
 */
public final class ChannelWishes {
    private static final int HEAD = 64 << 10;
    private static final int LONGEST_VALUE = 40;
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final String head;
    private final TreeSet<Integer> hours = new TreeSet<>();
    private final TreeSet<Integer> days = new TreeSet<>();
    private long ttl;
    private @Nullable Duration period;
    private double frequency = 1;

    private ChannelWishes(byte[] document) {
        head = new String(document, 0, Math.min(document.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    /** @param freshSeconds as the server's headers say, 0 for nothing */
    public static Wishes of(byte[] document, long freshSeconds) {
        return new ChannelWishes(document).read(freshSeconds);
    }

    private Wishes read(long freshSeconds) {
        var at = head.indexOf('<');
        while (at >= 0) {
            if (head.startsWith("<!--", at)) {
                var end = head.indexOf("-->", at);
                at = end < 0 ? -1 : head.indexOf('<', end);
                continue;
            }
            var name = localName(at + 1);
            if (name.equals("item") || name.equals("entry")) {
                break;
            }
            take(name, value(at));
            at = head.indexOf('<', at + 1);
        }
        return new Wishes(
                Math.max(ttl, periodSeconds()),
                freshSeconds,
                hours.size() < 24 ? List.copyOf(hours) : List.of(),
                days.size() < 7 ? List.copyOf(days) : List.of());
    }

    private String localName(int from) {
        var end = from;
        while (end < head.length() && end - from < LONGEST_VALUE && isName(head.charAt(end))) {
            end++;
        }
        var name = head.substring(from, end);
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
    }

    private String value(int at) {
        var open = head.indexOf('>', at);
        var close = open < 0 ? -1 : head.indexOf('<', open);
        return close < 0 || close - open > LONGEST_VALUE
                ? ""
                : head.substring(open + 1, close).strip();
    }

    private void take(String name, String value) {
        switch (name) {
            case "ttl" -> ttl = 60L * number(value, 1_000_000);
            case "hour" -> {
                var hour = value.equals("0") ? 24 : number(value, 24);
                if (hour > 0) {
                    hours.add(hour % 24);
                }
            }
            case "day" -> {
                var day = DAYS.indexOf(value.toLowerCase(Locale.ROOT));
                if (day >= 0) {
                    days.add(day + 1);
                }
            }
            case "updatePeriod" -> period = PERIODS.get(value.toLowerCase(Locale.ROOT));
            case "updateFrequency" -> frequency = fraction(value);
            default -> {}
        }
    }

    private long periodSeconds() {
        return period == null ? 0 : Math.round(period.toSeconds() / frequency);
    }

    /** 0 if it is no whole number up to that. */
    private static int number(String digits, int most) {
        try {
            var n = Integer.parseInt(digits);
            return n < 0 || n > most ? 0 : n;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Seen in the wild: 0.1, and words. */
    private static double fraction(String value) {
        try {
            var n = Double.parseDouble(value);
            return n > 0 && n <= 1_000 ? Math.max(n, 0.01) : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
