// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Polling.Wishes;

import static org.assertj.core.api.Assertions.assertThat;

final class ChannelWishesTest {
    private static Wishes of(String channel) {
        var document = "<?xml version=\"1.0\"?><rss><channel>" + channel + "<item><ttl>9</ttl></item></channel></rss>";
        return ChannelWishes.of(document.getBytes(StandardCharsets.UTF_8), 0);
    }

    @Test
    void readsTtlHoursAndDays() {
        var wishes =
                of("<ttl> 90 </ttl><skipHours><hour>0</hour><hour>24</hour><hour>23</hour><hour>77</hour></skipHours>"
                        + "<skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>");
        assertThat(wishes.ttlSeconds()).isEqualTo(5_400);
        assertThat(wishes.skipHours()).containsExactly(0, 23);
        assertThat(wishes.skipDays()).containsExactly(6, 7);
    }

    @Test
    void readsTheSyndicationModuleAsItIsFoundInTheWild() {
        assertThat(of("<sy:updatePeriod>\n hourly\n</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>")
                        .ttlSeconds())
                .isEqualTo(1_800);
        assertThat(of("<sy:updatePeriod>daily</sy:updatePeriod>").ttlSeconds()).isEqualTo(86_400);
        assertThat(of("<sy:updateFrequency>0.1</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod>")
                        .ttlSeconds())
                .isEqualTo(36_000);
        assertThat(of("<sy:updatePeriod>always</sy:updatePeriod>").ttlSeconds()).isZero();
        assertThat(of("<sy:updatePeriod>dayly</sy:updatePeriod>").ttlSeconds()).isZero();
        assertThat(of("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>-1e9</sy:updateFrequency>")
                        .ttlSeconds())
                .isEqualTo(3_600);
    }

    @Test
    void believesNoNonsense() {
        assertThat(of("<ttl>-5</ttl>").ttlSeconds()).isZero();
        assertThat(of("<ttl>99999999999999999999</ttl>").ttlSeconds()).isZero();
        assertThat(of("<!-- <ttl>60</ttl> -->").ttlSeconds()).isZero();
        assertThat(of("").ttlSeconds()).as("an entry's own").isZero();
        var all = new StringBuilder("<skipHours>");
        for (var hour = 0; hour < 24; hour++) {
            all.append("<hour>").append(hour).append("</hour>");
        }
        assertThat(of(all + "</skipHours>").skipHours()).isEmpty();
    }

    @Test
    void livesWithDocumentsThatEndAnywhere() {
        var whole = "<rss><channel><ttl>60</ttl><skipDays><day>Monday</day></skipDays><!-- x -->"
                .getBytes(StandardCharsets.UTF_8);
        for (var end = 0; end <= whole.length; end++) {
            var wishes = ChannelWishes.of(Arrays.copyOf(whole, end), 60);
            assertThat(wishes.freshSeconds()).isEqualTo(60);
            assertThat(wishes.ttlSeconds()).isIn(0L, 3_600L);
        }
    }
}
