// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.ingest.http.FetchOutcome.Gone;
import org.pointwatch.ingest.http.FetchOutcome.NotModified;
import org.pointwatch.ingest.http.FetchOutcome.RateLimited;
import org.pointwatch.wire.record.FeedState.Trouble;

/** What a final answer means. */
record ResponseReader(FetchLimits limits, InstantSource clock) {
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(7);
    private static final int MOST_LINKS = 10;
    private static final int LONGEST_VALIDATOR = 1_024;
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,12})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /**
     * @param moved where permanent redirects led, null if there were none
     * @param conditional whether validators were sent
     */
    FetchOutcome read(ClassicHttpResponse response, String url, @Nullable String moved, boolean conditional)
            throws IOException {
        if (headerBytes(response) > limits.headers()) {
            return new Failed("response headers larger than " + limits.headers() + " bytes", Trouble.SOFT);
        }
        var status = response.getCode();
        return switch (status) {
            case 200 -> fetched(response, url, moved);
            case 304 ->
                conditional
                        ? new NotModified(
                                moved,
                                validator(response, "ETag"),
                                validator(response, "Last-Modified"),
                                freshFor(response))
                        : new Failed("HTTP 304 although nothing was asked to compare", Trouble.SOFT);
            case 410 -> new Gone();
            case 429, 503 -> new RateLimited(status, retryAfter(header(response, "Retry-After")));
            default -> new Failed("HTTP " + status, trouble(status));
        };
    }

    private static Trouble trouble(int status) {
        return status == 404 ? Trouble.HARD : status >= 500 || status == 408 ? Trouble.TEMPORARY : Trouble.SOFT;
    }

    private FetchOutcome fetched(ClassicHttpResponse response, String url, @Nullable String moved) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Failed("HTTP 200 without a body", Trouble.SOFT);
        }
        var body = BoundedBody.read(entity.getContent(), header(response, "Content-Encoding"), limits);
        return new Fetched(
                body,
                url,
                moved,
                header(response, "Content-Type"),
                validator(response, "ETag"),
                validator(response, "Last-Modified"),
                freshFor(response),
                links(response));
    }

    private static List<String> links(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders("Link"))
                .map(NameValuePair::getValue)
                .filter(Objects::nonNull)
                .limit(MOST_LINKS)
                .toList();
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

    /** max-age, or else Expires against the server's own Date. */
    private @Nullable Duration freshFor(ClassicHttpResponse response) {
        var control = header(response, "Cache-Control");
        var age = control == null ? null : MAX_AGE.matcher(control);
        if (age != null && age.find()) {
            return clamped(Duration.ofSeconds(Long.parseLong(age.group(1))));
        }
        var expires = instant(header(response, "Expires"));
        var date = instant(header(response, "Date"));
        return expires == null ? null : clamped(Duration.between(date == null ? clock.instant() : date, expires));
    }

    private static @Nullable Instant instant(@Nullable String value) {
        try {
            return value == null
                    ? null
                    : ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
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
        var until = instant(text);
        return until == null ? null : clamped(Duration.between(clock.instant(), until));
    }

    private static @Nullable Duration clamped(Duration asked) {
        if (asked.isNegative() || asked.isZero()) {
            return null;
        }
        return asked.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : asked;
    }
}
