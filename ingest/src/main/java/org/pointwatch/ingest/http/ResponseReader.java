// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;

/** What a final answer means. */
record ResponseReader(FetchLimits limits, InstantSource clock) {
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(7);
    private static final int LONGEST_VALIDATOR = 1_024;
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,12})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    FetchOutcome read(ClassicHttpResponse response, String url, boolean conditional) throws IOException {
        if (headerBytes(response) > limits.headers()) {
            return new Failed("response headers larger than " + limits.headers() + " bytes");
        }
        var status = response.getCode();
        return switch (status) {
            case 200 -> fetched(response, url);
            case 304 ->
                conditional
                        ? new NotModified(
                                validator(response, "ETag"), validator(response, "Last-Modified"), freshFor(response))
                        : new Failed("HTTP 304 although nothing was asked to compare");
            case 410 -> new Gone();
            case 429, 503 -> new RateLimited(status, retryAfter(header(response, "Retry-After")));
            default -> new Failed("HTTP " + status);
        };
    }

    private FetchOutcome fetched(ClassicHttpResponse response, String url) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Failed("HTTP 200 without a body");
        }
        var body = BoundedBody.read(entity.getContent(), header(response, "Content-Encoding"), limits.body());
        return new Fetched(
                body,
                url,
                header(response, "Content-Type"),
                validator(response, "ETag"),
                validator(response, "Last-Modified"),
                freshFor(response));
    }

    private static int headerBytes(ClassicHttpResponse response) {
        var bytes = 0;
        for (var header : response.getHeaders()) {
            var value = header.getValue();
            bytes += header.getName().length() + (value == null ? 0 : value.length()) + 4;
        }
        return bytes;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Only what can be sent back unchanged is kept. */
    private static @Nullable String validator(ClassicHttpResponse response, String name) {
        var value = header(response, name);
        var usable = value != null
                && !value.isEmpty()
                && value.length() <= LONGEST_VALIDATOR
                && value.chars().allMatch(c -> c >= ' ' && c != 0x7F && c <= 0xFF);
        return usable ? value : null;
    }

    private static @Nullable Duration freshFor(ClassicHttpResponse response) {
        var control = header(response, "Cache-Control");
        var age = control == null ? null : MAX_AGE.matcher(control);
        if (age == null || !age.find()) {
            return null;
        }
        var asked = Duration.ofSeconds(Long.parseLong(age.group(1)));
        return asked.isZero() ? null : asked.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : asked;
    }

    @Nullable
    Duration retryAfter(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return clamped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return clamped(Duration.between(clock.instant(), until));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Duration clamped(Duration asked) {
        if (asked.isNegative() || asked.isZero()) {
            return null;
        }
        return asked.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : asked;
    }
}
