// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.deliver.Destination.Format;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

final class BodiesTest {
    private static final String HOSTILE =
            "</script><script>x</script> \u2028 @channel <!here> <https://evil.example|click> & \u202egnp.exe \u0000\r\n*bold*";

    private static Notice hostile() {
        return Notices.notice(
                "a.b/../c", HOSTILE, List.of(HOSTILE), HOSTILE, HOSTILE + "|", "https://one.example/?a=<b>|c d");
    }

    @Test
    void aStandardBodySaysWhatTheAlertSays() {
        var body = Json.MAPPER.readTree(Bodies.of(Format.STANDARD, Notices.plain("a1"), target -> "The army"));
        assertThat(body.path("type").asString()).isEqualTo("alert.new-deadline");
        assertThat(body.path("timestamp").asString()).isEqualTo("2025-11-20T12:00:00Z");
        var data = body.path("data");
        assertThat(data.path("title").asString()).isEqualTo("New deadline: The army");
        assertThat(data.path("why").asString()).isEqualTo("A deadline was set for 27 November.");
        assertThat(data.path("words").asString()).isEqualTo("A deadline was set for 27 November.");
        assertThat(data.at("/evidence/0").asString()).isEqualTo("They have until Thursday.");
        assertThat(data.path("url").asString()).isEqualTo("https://one.example/1");
        assertThat(data.path("headline").asString()).isEqualTo("A cap on the army");
        assertThat(data.path("escalates").isNull()).isTrue();
        assertThat(body.has("url")).as("no desk is known").isFalse();
    }

    @Test
    void aStandardBodyLeadsToTheAlertOnTheDesk() {
        var notice = Notices.at("https://desk.example/", Notices.plain("a 1"));
        var body = Json.MAPPER.readTree(Bodies.of(Format.STANDARD, notice, target -> "The army"));
        assertThat(body.path("url").asString())
                .isEqualTo("https://desk.example/alerts?status=all&kind=new-deadline&point=army-cap#alert-a%201");
        assertThat(body.at("/data/url").asString()).as("the article's").isEqualTo("https://one.example/1");
    }

    @Test
    void aChatLeadsToTheAlertOnTheDesk() {
        var hostile = Notices.notice(HOSTILE, "Why.", List.of(), "one.example", "A cap", "https://one.example/1");
        var text = Json.MAPPER
                .readTree(Bodies.of(Format.SLACK, Notices.at("https://desk.example/", hostile), target -> "The army"))
                .path("text")
                .asString();
        assertThat(text.lines().reduce((first, last) -> last).orElseThrow())
                .matches("<https://desk\\.example/alerts\\?status=all&kind=new-deadline&point=army-cap"
                        + "#alert-[A-Za-z0-9%._~-]+\\|On the desk>");
    }

    @Test
    void aHostileTextStaysAText() {
        var text = Bodies.of(Format.STANDARD, hostile(), target -> HOSTILE);
        assertThat(text).doesNotContain("</script", "\u2028", "\u202e", "\u0000");
        assertThat(Json.MAPPER.readTree(text).at("/data/why").asString()).startsWith("</script><script>x</script>");
        assertThat(hostile().messageId("desk.1")).matches("msg_[0-9a-f]{32}");
    }

    @Test
    void aChatIsNotMadeToCallAnybodyOrToLinkElsewhere() {
        var text = Json.MAPPER
                .readTree(Bodies.of(Format.SLACK, hostile(), target -> HOSTILE))
                .path("text")
                .asString();
        assertThat(text).doesNotContain("<!here>", "@channel", "<https://evil", "\u202e");
        assertThat(text.chars().filter(c -> c == '<').count())
                .as("the only link is the story's: " + text)
                .isOne();
        assertThat(text).contains("<https://one.example/?a=%3Cb%3E%7Cc%20d|").contains("&lt;!here&gt;");
    }

    @Test
    void aChatReadsLikeAMessage() {
        assertThat(Json.MAPPER
                        .readTree(Bodies.of(Format.SLACK, Notices.plain("a1"), target -> "The army"))
                        .path("text")
                        .asString())
                .isEqualTo(
                        "*New deadline: The army*\nA deadline was set for 27 November.\n> They have until Thursday.\n"
                                + "<https://one.example/1|A cap on the army> (one.example)");
    }

    @Test
    void aBodyIsNeverLongerThanReceiversTake() {
        var long4 = "𝔘".repeat(5_000);
        var notice = Notices.notice("a", long4, Collections.nCopies(9, long4), long4, long4, null);
        for (var format : Format.values()) {
            assertThat(Bodies.of(format, notice, target -> long4).getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(Bodies.MOST_BYTES);
        }
    }
}
