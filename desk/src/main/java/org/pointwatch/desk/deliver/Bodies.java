// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pointwatch.wire.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is posted of an alert. */
final class Bodies {
    /** As the specification advises; what is over loses sentences. */
    static final int MOST_BYTES = 20_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NO_PING = "@\u200B";

    private Bodies() {}

    static String of(Destination.Format format, Notice notice, UnaryOperator<String> titles) {
        var sentences = notice.entry().evidence();
        for (var kept = sentences.size(); ; kept--) {
            var some = sentences.subList(0, kept);
            var node =
                    switch (format) {
                        case STANDARD -> standard(notice, some, titles);
                        case SLACK -> slack(notice, some, titles);
                    };
            var body = inert(Json.MAPPER.writeValueAsString(node));
            if (kept == 0 || body.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                return body;
            }
        }
    }

    private static ObjectNode standard(Notice notice, List<String> sentences, UnaryOperator<String> titles) {
        var entry = notice.entry();
        var alert = entry.alert();
        var data = NODES.objectNode()
                .put("id", alert.id())
                .put("dossier", alert.dossier())
                .put("kind", entry.kind())
                .put("target", entry.target())
                .put("title", notice.title(titles))
                .put("at", alert.at().toString())
                .put("why", entry.why())
                .put("words", entry.words(titles));
        var evidence = data.putArray("evidence");
        sentences.forEach(evidence::add);
        data.put("story", alert.story())
                .put("outlet", notice.outletLine())
                .put("headline", notice.headlineLine())
                .put("url", entry.link())
                .put("escalates", alert.escalates());
        var body = NODES.objectNode()
                .put("type", "alert." + entry.kind())
                .put("timestamp", alert.at().toString());
        if (notice.page() != null) {
            body.put("url", notice.page());
        }
        return body.set("data", data);
    }

    /** For Slack, and for what takes the same: Mattermost, Rocket.Chat, Discord at the address that ends in {@code /slack}. */
    private static ObjectNode slack(Notice notice, List<String> sentences, UnaryOperator<String> titles) {
        var text = new StringBuilder("*")
                .append(chat(notice.title(titles)).replace('*', '·'))
                .append("*\n")
                .append(chat(notice.entry().words(titles)));
        sentences.forEach(sentence -> text.append("\n> ").append(chat(sentence)));
        var link = notice.entry().link();
        var headline = notice.headlineLine();
        if (link != null) {
            var named = headline == null || headline.isBlank() ? link : headline;
            text.append("\n<")
                    .append(address(link))
                    .append('|')
                    .append(chat(named).replace('|', '¦'))
                    .append('>');
        }
        var outlet = notice.outletLine();
        if (outlet != null) {
            text.append(link == null ? "\n" : " (").append(chat(outlet)).append(link == null ? "" : ")");
        }
        if (notice.page() != null) {
            text.append("\n<").append(address(notice.page())).append("|On the desk>");
        }
        return NODES.objectNode().put("text", text.toString()).put("unfurl_links", false);
    }

    /** Cannot call anybody, be a link or end one. */
    private static String chat(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", NO_PING);
    }

    private static String address(String link) {
        return link.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20");
    }

    /** Means the same as JSON, and ends no script into which somebody pastes it. */
    private static String inert(String json) {
        return json.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
