// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.Ids;
import org.pointwatch.wire.Json;

/** Answers in the format that was asked for, with what caches and readers of pages need. */
final class Written {
    static final String JSON = "application/json; charset=utf-8";

    private static final String CSV = "text/csv; charset=utf-8";
    private static final String LINES = "application/x-ndjson; charset=utf-8";

    /** A reader asks each time, and is told cheaply that nothing changed. */
    private static final String ASK_AGAIN = "private, no-cache";

    private Written() {}

    static Answer problem(int status, String message) {
        return new Answer(status, JSON, json(new Problem(message)), Map.of("Cache-Control", "no-store"));
    }

    static byte[] json(Object value) {
        return Json.MAPPER.writeValueAsBytes(value);
    }

    static Answer of(Operation operation, Ask ask, Asked asked, Call call) throws SQLException {
        var format = format(operation, ask, asked);
        var headers = headers(operation, ask, asked, call.stamp(), format);
        var tag = headers.get("ETag");
        if (tag != null && known(ask, tag)) {
            return new Answer(304, JSON, new byte[0], headers);
        }
        var answer = operation.handler().answer(call);
        if (answer instanceof Document document) {
            return new Answer(200, document.type(), document.text().getBytes(StandardCharsets.UTF_8), headers);
        }
        if (answer instanceof Listing listing && listing.next() != null) {
            headers.put("Link", "<" + again(ask, String.valueOf(listing.next())) + ">; rel=\"next\"");
        }
        var written = written(operation, format, answer, headers);
        return operation.steady() || !operation.method().equals("GET") ? written : tagged(ask, written);
    }

    /** What changes without the sink, such as marks, is told by its content. */
    private static Answer tagged(Ask ask, Answer written) {
        var tag = "W/\"" + Ids.hash("api", new String(written.body(), StandardCharsets.UTF_8)) + "\"";
        var headers = new LinkedHashMap<>(written.headers());
        headers.put("ETag", tag);
        headers.put("Cache-Control", ASK_AGAIN);
        return known(ask, tag)
                ? new Answer(304, written.type(), new byte[0], headers)
                : new Answer(written.status(), written.type(), written.body(), headers);
    }

    private static Answer written(Operation operation, String format, Object answer, Map<String, String> headers) {
        var row = operation.row();
        if (answer instanceof Listing listing && row != null && format.equals("csv")) {
            headers.put("Content-Disposition", "attachment; filename=\"" + OpenApi.operationId(operation) + ".csv\"");
            return new Answer(200, CSV, Spread.csv(row, listing.rows()).getBytes(StandardCharsets.UTF_8), headers);
        }
        if (answer instanceof Listing listing && row != null && format.equals("jsonl")) {
            var lines = listing.rows().stream()
                    .map(one -> Json.MAPPER.writeValueAsString(one) + "\n")
                    .collect(Collectors.joining());
            return new Answer(200, LINES, lines.getBytes(StandardCharsets.UTF_8), headers);
        }
        return new Answer(200, JSON, json(answer), headers);
    }

    private static String format(Operation operation, Ask ask, Asked asked) {
        if (operation.params().stream().noneMatch(p -> p.name().equals("format"))) {
            return "json";
        }
        var accept = ask.accept();
        var named = ask.query().containsKey("format");
        if (!named && accept != null && accept.startsWith("text/csv")) {
            return "csv";
        }
        return !named && accept != null && accept.startsWith("application/x-ndjson") ? "jsonl" : asked.word("format");
    }

    private static Map<String, String> headers(Operation operation, Ask ask, Asked asked, Stamp stamp, String format) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", operation.steady() ? ASK_AGAIN : "no-store");
        headers.put("Vary", "Accept");
        if (stamp.asOf() != null) {
            headers.put("X-Data-As-Of", stamp.asOf().toString());
        }
        if (operation.steady() && stamp.version() != null) {
            var of = Ids.hash(
                    "api", ask.path(), asked.canonical(), format, String.valueOf(stamp.asOf()), stamp.version());
            headers.put("ETag", "W/\"" + of + "\"");
        }
        return headers;
    }

    private static boolean known(Ask ask, String tag) {
        return ask.ifNoneMatch().stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .anyMatch(given -> given.equals("*") || given.equals(tag) || ("W/" + given).equals(tag));
    }

    /** The same question with another cursor. */
    private static String again(Ask ask, @Nullable String cursor) {
        var query = ask.query().entrySet().stream()
                .filter(e -> !e.getKey().equals("cursor"))
                .flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
                .collect(Collectors.joining("&"));
        return ask.path() + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + cursor;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
