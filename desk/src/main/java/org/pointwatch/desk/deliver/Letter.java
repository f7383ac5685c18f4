// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A day's alerts, the oldest first, as text and as HTML that loads nothing.
 *
 * @param ids of the alerts
 */
record Letter(String subject, String text, String html, String ids) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    /** @param zone of the times */
    static Letter of(List<Notice> notices, UnaryOperator<String> titles, ZoneId zone) {
        var when = WHEN.withZone(zone);
        var text = new StringBuilder();
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><body>\n");
        for (var notice : notices) {
            text(text, notice, titles, when);
            html(html, notice, titles, when);
        }
        var foot = "Times are event times, " + zone + ". Sent by Pointwatch.";
        text.append("-- \n").append(foot).append('\n');
        html.append("<p><small>").append(escaped(foot)).append("</small></p>\n</body></html>\n");
        return new Letter(subject(notices, titles), text.toString(), html.toString(), ids(notices));
    }

    private static String subject(List<Notice> notices, UnaryOperator<String> titles) {
        return notices.size() == 1
                ? notices.get(0).title(titles)
                : notices.size() + " alerts, the first: " + notices.get(0).title(titles);
    }

    private static String ids(List<Notice> notices) {
        return notices.stream()
                .map(notice -> notice.entry().alert().id())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static void text(StringBuilder out, Notice notice, UnaryOperator<String> titles, DateTimeFormatter when) {
        var entry = notice.entry();
        out.append(notice.title(titles))
                .append(" (")
                .append(when.format(entry.alert().at()))
                .append(")\n");
        out.append(entry.words(titles)).append('\n');
        entry.evidence().forEach(sentence -> out.append("  “").append(sentence).append("”\n"));
        var headline = notice.headlineLine();
        var outlet = notice.outletLine();
        if (outlet != null) {
            out.append("  ")
                    .append(outlet)
                    .append(headline == null ? "" : ": " + headline)
                    .append('\n');
        }
        if (entry.link() != null) {
            out.append("  ").append(entry.link()).append('\n');
        }
        if (notice.page() != null) {
            out.append("  On the desk: ").append(notice.page()).append('\n');
        }
        out.append('\n');
    }

    private static void html(StringBuilder out, Notice notice, UnaryOperator<String> titles, DateTimeFormatter when) {
        var entry = notice.entry();
        out.append("<h3>").append(escaped(notice.title(titles))).append("</h3>\n<p>");
        out.append(escaped(when.format(entry.alert().at())))
                .append(". ")
                .append(escaped(entry.words(titles)))
                .append("</p>\n");
        entry.evidence()
                .forEach(sentence ->
                        out.append("<blockquote>").append(escaped(sentence)).append("</blockquote>\n"));
        var headline = notice.headlineLine();
        var outlet = notice.outletLine();
        if (outlet != null) {
            out.append("<p>").append(escaped(outlet)).append(": ");
            var named = escaped(headline == null || headline.isBlank() ? "the article" : headline);
            out.append(entry.link() == null ? named : anchor(entry.link(), named));
            out.append("</p>\n");
        }
        if (notice.page() != null) {
            out.append("<p>").append(anchor(notice.page(), "On the desk")).append("</p>\n");
        }
    }

    /** @param named what the link is called, escaped */
    private static String anchor(String address, String named) {
        return "<a href=\"" + escaped(address) + "\" rel=\"noreferrer\">" + named + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
