// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.AlertWords;
import org.pointwatch.wire.record.Alert;

/**
 * An alert with what came of it.
 *
 * @param escalated when the newest alert came that follows this one, directly or through others; null if none did
 * @param link address of the story's original, for a reader to open; null where there is none to follow
 */
public record AlertEntry(Alert alert, @Nullable Instant escalated, @Nullable String link) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_WHY = 2_000;
    private static final int LONGEST_SENTENCE = 600;
    private static final int MOST_SENTENCES = 5;
    private static final String UNRESERVED = "-._~";

    Instant updated() {
        return escalated == null || escalated.isBefore(alert.at()) ? alert.at() : escalated;
    }

    /** A tag URI (RFC 4151): the same for the same alert wherever it is read. */
    String id() {
        return id(alert.id());
    }

    @Nullable
    String follows() {
        return alert.escalates() == null ? null : id(alert.escalates());
    }

    private String id(String alertId) {
        return tag("alert/" + encoded(alert.dossier()) + "/" + encoded(alertId));
    }

    /** Below the desk's address: this alert, among those of its kind about its target. */
    public String page() {
        var target = alert.target().replaceFirst("/.*", "");
        var pair =
                target.startsWith("pair:") ? target.substring("pair:".length()).split("\\|", 2) : new String[0];
        var point = target.startsWith("point:") ? target.substring("point:".length()) : pair.length == 2 ? pair[0] : "";
        var actor = target.startsWith("actor:") ? target.substring("actor:".length()) : pair.length == 2 ? pair[1] : "";
        return "alerts?status=all&kind=" + encoded(kind())
                + (point.isEmpty() ? "" : "&point=" + encoded(point))
                + (actor.isEmpty() ? "" : "&actor=" + encoded(actor))
                + "#alert-" + encoded(alert.id());
    }

    static String tag(String specific) {
        return "tag:pointwatch.org,2026:" + specific;
    }

    /** For an address or a tag: percent-encoded UTF-8, except for letters, digits and {@code - . _ ~}. */
    public static String encoded(String text) {
        var out = new StringBuilder();
        for (var octet : FeedText.clean(text).getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return out.toString();
    }

    public String title(UnaryOperator<String> titles) {
        var kind = kind().replace('-', ' ');
        var words = kind.isEmpty() ? "Alert" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return FeedText.line(words + ": " + titles.apply(alert.target()), LONGEST_TITLE);
    }

    public String kind() {
        return FeedText.line(alert.kind(), LONGEST_TITLE);
    }

    public String target() {
        return FeedText.line(alert.target(), LONGEST_TITLE);
    }

    public String why() {
        return FeedText.line(alert.why(), LONGEST_WHY);
    }

    /** {@link #why()} as people read it. */
    public String words(UnaryOperator<String> titles) {
        return FeedText.line(AlertWords.of(alert.kind(), alert.why(), titles), LONGEST_WHY);
    }

    public List<String> evidence() {
        return alert.evidence().stream()
                .limit(MOST_SENTENCES)
                .map(sentence -> FeedText.line(sentence, LONGEST_SENTENCE))
                .toList();
    }

    /** Plain text: why, and the sentences below it. */
    String content(UnaryOperator<String> titles) {
        var text = new StringBuilder(words(titles));
        evidence().forEach(sentence -> text.append("\n\n“").append(sentence).append('”'));
        return text.toString();
    }
}
