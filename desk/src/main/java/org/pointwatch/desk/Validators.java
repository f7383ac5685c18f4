// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers that a reader may keep, and is told of cheaply when nothing changed (RFC 9110, 13). */
final class Validators {
    /** Long enough that a herd of readers behind one cache asks once, short enough for an alert. */
    private static final String FRESH = "private, max-age=60";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Validators() {}

    /** @param modified when the content changed last, in whole seconds; null if nobody can say */
    static Reply reply(Request request, String type, String content, @Nullable Instant modified) {
        var tag = '"' + Ids.hash("feed", content) + '"';
        var headers = new HashMap<String, String>();
        headers.put("ETag", tag);
        headers.put("Cache-Control", FRESH);
        if (modified != null) {
            headers.put("Last-Modified", HTTP_DATE.format(modified));
        }
        return known(request, tag, modified)
                ? new Reply(304, type, new byte[0], headers)
                : new Reply(200, type, content.getBytes(UTF_8), headers);
    }

    /** A tag decides alone where the reader sent one. */
    private static boolean known(Request request, String tag, @Nullable Instant modified) {
        var tags = request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return tags.stream().anyMatch(line -> names(line, tag));
        }
        var since = date(request.getHeaders().get(HttpHeader.IF_MODIFIED_SINCE));
        return since != null && modified != null && !modified.isAfter(since);
    }

    /** Our tags have no commas. */
    static boolean names(String line, String tag) {
        for (var one : line.split(",", -1)) {
            var given = one.strip();
            if (given.equals("*") || given.equals(tag) || given.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
