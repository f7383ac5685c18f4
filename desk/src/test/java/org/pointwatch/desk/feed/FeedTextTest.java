// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.feed;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedTextTest {
    @Test
    void whatIsNoTextIsLeftOut() {
        assertThat(FeedText.line(FeedSamples.HOSTILE, 500))
                .isEqualTo("a]]>b<script> END:VEVENT ATTACH:file:///x;c,d\\ef g\uFFFDhi &amp; \"k'");
    }

    @Test
    void lineBreaksOfEveryKindAreOne() {
        assertThat(FeedText.clean("a\r\nb\rc\nd\u0085e\u2028f\u2029g\r\r\nh")).isEqualTo("a\nb\nc\nd\ne\nf\ng\n\nh");
    }

    @Test
    void otherScriptsStay() {
        var text = "Київ має час до четверга — שלום \u200Fעולם 👍🏽 الموعد";
        assertThat(FeedText.line(text, 500)).isEqualTo(text);
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(FeedText.line("👍👍👍", 3)).isEqualTo("👍👍👍");
        assertThat(FeedText.line("👍👍👍👍", 3)).isEqualTo("👍👍…");
        assertThat(FeedText.line("ab cd", 4)).isEqualTo("ab…");
    }

    @Test
    void whateverComesOutCanBeEncoded() {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var n = random.nextInt(30); n > 0; n--) {
                text.append((char) random.nextInt(0x10000));
            }
            var line = FeedText.line(text.toString(), 20);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(20);
            assertThat(line.chars()).noneMatch(Character::isISOControl);
        }
    }
}
