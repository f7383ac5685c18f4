// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.record.Alert;
import org.pointwatch.wire.record.Deadline;

/** Records for calendars and feeds. */
public final class FeedSamples {
    public static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");

    /** Everything that could end a line, a value, an element or the reader's direction. */
    public static final String HOSTILE =
            "a]]>b<script>\r\nEND:VEVENT\r\nATTACH:file:///x\u0000\u0008\u001b;c,d\\e\u202Ef\u2066\u2028g\uD800h\uFFFEi &amp; \"k'";

    private FeedSamples() {}

    public static FeedFilter filter(List<String> kinds, List<String> points, List<String> actors) {
        return new FeedFilter(new TreeSet<>(kinds), new TreeSet<>(points), new TreeSet<>(actors));
    }

    /** First set for 25 November, moved to the 27th a day later. */
    public static Deadline moved() {
        return deadline(
                "moved",
                "2025-11-27",
                """
                [{"at": "2025-11-20T12:00:00Z", "status": "set", "due": "2025-11-25", "article": "a"},
                 {"at": "2025-11-21T12:00:00Z", "status": "moved", "due": "2025-11-27", "article": "b"}]
                """);
    }

    public static Deadline deadline(String status, @Nullable String due, String history) {
        return deadline("0123456789abcdef0123", status, "day", due, history, "Kyiv has until Thursday, they said.");
    }

    /** By way of JSON, as they come. */
    public static Deadline deadline(
            String id, String status, String precision, @Nullable String due, String history, String evidence) {
        var json = Json.MAPPER.createObjectNode();
        json.put("id", id).put("due", due).put("precision", precision).put("status", status);
        json.set("history", Json.MAPPER.readTree(history));
        json.putArray("points").add("army-cap");
        json.putArray("actors").add("us").add("ukraine");
        json.put("setBy", "us").put("bound", "ukraine").put("stories", 3);
        json.put("firstSeen", "2025-11-20T12:00:00Z").put("lastSeen", "2025-11-22T12:00:00Z");
        json.put("evidence", evidence);
        return Json.MAPPER.treeToValue(json, Deadline.class);
    }

    public static Alert alert(String id, String kind, String target, Instant at, @Nullable String escalates) {
        return new Alert(
                id,
                "plan",
                kind,
                target,
                at,
                "In 3 stories since yesterday.",
                List.of("Kyiv has until Thursday.", "They have until Thursday & no longer."),
                "story-" + id,
                escalates);
    }

    public static AlertFeed feed(AlertEntry... entries) {
        return new AlertFeed(
                "Pointwatch alerts", "http://127.0.0.1:8080/", "alerts.atom", "kind=surge", List.of(entries));
    }
}
