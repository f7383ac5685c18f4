// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A kind of value.
 *
 * @param expected what a person should write, such as {@code a duration such as 100ms, 15m or 6h}
 * @param reader throws {@link IllegalArgumentException} for anything else
 */
record Kind<T>(String expected, Function<String, T> reader) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final int HIGHEST_PORT = 65_535;

    static final Kind<String> TEXT = new Kind<>("a text", Function.identity());
    static final Kind<Path> PATH = new Kind<>("a path", Kind::path);
    static final Kind<Duration> DURATION_KIND =
            new Kind<>("a duration such as 100ms, 30s, 15m, 6h or 2d", Kind::duration);
    static final Kind<Integer> PORT = number("a port from 0 (any free one) to 65535", 0, HIGHEST_PORT);

    static Kind<Integer> number(String expected, int least, int most) {
        return new Kind<>(expected, text -> {
            var value = Integer.parseInt(text);
            require(value >= least && value <= most);
            return value;
        });
    }

    static Kind<Integer> number(int least, int most) {
        return number("a whole number from " + least + " to " + most, least, most);
    }

    static Kind<String> text(String expected, Predicate<String> good) {
        return new Kind<>(expected, text -> {
            require(good.test(text));
            return text;
        });
    }

    static Kind<String> jdbc() {
        return text(
                "a JDBC address such as jdbc:postgresql://db:5432/pointwatch",
                text -> text.isEmpty() || text.startsWith("jdbc:postgresql:"));
    }

    static Kind<String> httpAddress() {
        return text("an http(s) or mailto address", text -> {
            var scheme = URI.create(text).getScheme();
            return text.isEmpty() || "https".equals(scheme) || "http".equals(scheme) || "mailto".equals(scheme);
        });
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Duration duration(String text) {
        var match = DURATION.matcher(text);
        require(match.matches());
        var n = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    private static void require(boolean good) {
        if (!good) {
            throw new IllegalArgumentException();
        }
    }
}
