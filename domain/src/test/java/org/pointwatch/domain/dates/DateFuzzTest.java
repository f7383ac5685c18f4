// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dates;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random and mutated strings through all languages: no exception, no offset outside the text, no day outside the years
 * that can be written, and no text that takes long. Ten million of them: {@code mvn -pl domain test
 * -Dtest=DateFuzzTest -Dfuzz.dates=10000000}.
 *
 * <p>Time is the processor time of this thread; a text that seems slow is measured again, the best of five, so that the
 * compiler or a collection at work is not taken for the text's fault.
 */
class DateFuzzTest {
    private static final int STRINGS = Integer.getInteger("fuzz.dates", 100_000);
    private static final long MOST_NANOS = 1_000_000;
    private static final int PIECES = 24;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "uk", "ru", "pl", "es", "xx");
    private static final String[] SEEDS = {
        "until Thursday, November 28 at 5 p.m. Eastern",
        "within 100 days of 31 February 9999",
        "from the twenty-seventh to the third of april 2016",
        "more than 3 weeks before 2 days after 4 months before Easter",
        "the last week of the last month of the last year of the last decade",
        "early mid late end of the beginning of the middle of 2026-11-31",
        "10/1-11/7/2017 2015-3 1/2/3 99/99/9999 2019-Q5 7.6.25 1600 GMT",
        "bis zum 27. November 2025 um 17 Uhr vor zwei Tagen",
        "jusqu'à la fin du mois, il y a deux jours, d'ici après-demain",
        "до четверга, 27 листопада 2025 року о 17:00 за київським часом, п'ятницю",
        "с 3 по 7 мая, не позднее пятницы, через 9999 лет",
        "first Monday of the week of the 31st of next month"
    };
    private static final String[] SIGNS = {
        " ", " ", " ", "-", "/", ".", ",", ":", "'", "\n", "(", ")", "<", ">=", "\u2013", "\u00AD", "\uD83D", "%", "$",
        ""
    };

    private final List<DateFinder> finders =
            LANGUAGES.stream().map(DateFinder::of).toList();
    private final String[] words =
            Stream.of(SEEDS).flatMap(s -> Stream.of(s.split(" "))).toArray(String[]::new);

    @Test
    void noTextBreaksOrSlowsIt() {
        var random = new Random(6);
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < STRINGS; i++) {
            var text = text(random);
            var finder = finders.get(i % finders.size());
            var context = context(random);
            var started = threads.getCurrentThreadCpuTime();
            check(text, found(finder, text, context));
            if (threads.getCurrentThreadCpuTime() - started > MOST_NANOS) {
                assertThat(best(finder, text, context)).as(text).isLessThan(MOST_NANOS);
            }
        }
    }

    private static List<DateExpression> found(DateFinder finder, String text, DateContext context) {
        try {
            return finder.find(text, context);
        } catch (RuntimeException e) {
            throw new AssertionError("on " + text, e);
        }
    }

    private static long best(DateFinder finder, String text, DateContext context) {
        var threads = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            var started = threads.getCurrentThreadCpuTime();
            finder.find(text, context);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - started);
        }
        return best;
    }

    private static void check(String text, List<DateExpression> found) {
        var end = 0;
        for (var e : found) {
            assertThat(e.start()).as(text).isGreaterThanOrEqualTo(end);
            assertThat(e.text()).as(text).isEqualTo(text.substring(e.start(), e.end()));
            for (var reading : e.readings()) {
                check(text, reading);
            }
            end = e.end();
        }
    }

    private static void check(String text, Reading reading) {
        for (var day : new String[] {reading.fromText(), reading.toText()}) {
            assertThat(day == null || day.charAt(0) != '+' && day.charAt(0) != '-')
                    .as(text)
                    .isTrue();
        }
        if (reading.from() != null && reading.to() != null) {
            assertThat(reading.from()).as(text).isBeforeOrEqualTo(reading.to());
        }
    }

    private static DateContext context(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> DateContext.of(null, ZoneOffset.UTC);
            case 1 -> DateContext.of(LocalDateTime.of(2024, 2, 29, 23, 59), "Nowhere/Land");
            default ->
                DateContext.of(
                        LocalDateTime.of(1950 + random.nextInt(150), 1, 1, 12, 0)
                                .plusHours(random.nextInt(9000)),
                        ZoneOffset.UTC);
        };
    }

    private String text(Random random) {
        var text = new StringBuilder();
        if (random.nextInt(4) == 0) {
            text.append(SEEDS[random.nextInt(SEEDS.length)]);
            for (var n = 1 + random.nextInt(4); n > 0; n--) {
                mutate(text, random);
            }
            return text.toString();
        }
        for (var n = 1 + random.nextInt(PIECES); n > 0; n--) {
            text.append(piece(random)).append(random.nextInt(3) > 0 ? " " : SIGNS[random.nextInt(SIGNS.length)]);
        }
        return text.toString();
    }

    private String piece(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(random.nextBoolean() ? 40 : 20_000));
            case 1 -> String.valueOf((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x2100));
            default -> words[random.nextInt(words.length)];
        };
    }

    private static void mutate(StringBuilder text, Random random) {
        var at = random.nextInt(Math.max(1, text.length()));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, (char) random.nextInt(0x500));
            case 1 -> text.insert(at, random.nextInt(99_999));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
            default -> text.append(text.substring(at));
        }
    }
}
