// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.http.AddressGate;
import org.pointwatch.ingest.http.Cost;

import static org.assertj.core.api.Assertions.assertThat;

final class PollQueueTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
    private static final String A1 = "https://a.example/1";
    private static final String A2 = "https://feeds.a.example/2";
    private static final String B = "https://b.example/";

    private final PollQueue queue = new PollQueue(Duration.ofSeconds(5), 1);

    @Test
    void givesWhatIsDueInItsOrder() {
        queue.schedule(B, B, NOW.plusSeconds(2), false);
        queue.schedule(A1, A1, NOW, false);
        assertThat(queue.take(NOW)).isEqualTo(A1);
        assertThat(queue.take(NOW)).isNull();
        assertThat(queue.take(NOW.plusSeconds(2))).isEqualTo(B);
    }

    @Test
    void asksOneDomainOnceAtATimeAndPausesBetween() {
        queue.schedule(A1, A1, NOW, false);
        queue.schedule(A2, A2, NOW, false);
        assertThat(queue.take(NOW)).isEqualTo(A1);
        assertThat(queue.take(NOW.plusSeconds(10))).isNull();
        queue.done(A1);
        assertThat(queue.take(NOW.plusSeconds(4))).isNull();
        assertThat(queue.take(NOW.plusSeconds(5))).isEqualTo(A2);
    }

    @Test
    void theLastScheduleOfAFeedStands() {
        queue.schedule(A1, A1, NOW, false);
        queue.schedule(A1, A1, NOW.plusSeconds(60), false);
        assertThat(queue.take(NOW.plusSeconds(1))).isNull();
        assertThat(queue.take(NOW.plusSeconds(60))).isEqualTo(A1);
        queue.done(A1);
        queue.schedule(A1, A1, NOW, false);
        queue.remove(A1);
        assertThat(queue.take(NOW.plusSeconds(900))).isNull();
    }

    @Test
    void holdsAHostThatAskedForPatience() {
        queue.hold(A1, NOW.plusSeconds(600));
        queue.schedule(A2, A2, NOW, false);
        queue.schedule(B, B, NOW, false);
        assertThat(queue.take(NOW)).isEqualTo(B);
        assertThat(queue.take(NOW.plusSeconds(599))).isNull();
        assertThat(queue.take(NOW.plusSeconds(600))).isEqualTo(A2);
    }

    @Test
    void goesByTheHostThatIsAskedNotByTheOneThatIsListed() {
        queue.schedule(A1, "https://c.example/moved", NOW, false);
        queue.schedule(A2, A2, NOW, false);
        assertThat(queue.take(NOW)).isEqualTo(A1);
        assertThat(queue.take(NOW)).isEqualTo(A2);
        queue.done(A1);
        queue.schedule(B, "https://www.c.example/other", NOW, false);
        assertThat(queue.take(NOW.plusSeconds(4))).isNull();
        assertThat(queue.take(NOW.plusSeconds(5))).isEqualTo(B);
    }

    /** One publisher has nine of ten feeds: it gets its request each five seconds, and nobody else waits for it. */
    @Test
    void case104_aHostWithMostOfTheFeedsHoldsNobodyUp() {
        for (var i = 0; i < 900; i++) {
            queue.schedule("https://hot.example/" + i, "https://hot.example/" + i, NOW, false);
        }
        for (var i = 0; i < 100; i++) {
            queue.schedule("https://s" + i + ".example/", "https://s" + i + ".example/", NOW.plusSeconds(1), false);
        }
        var others = 0;
        var hot = 0;
        var taken = queue.take(NOW.plusSeconds(1));
        while (taken != null) {
            others += taken.startsWith("https://hot") ? 0 : 1;
            hot += taken.startsWith("https://hot") ? 1 : 0;
            taken = queue.take(NOW.plusSeconds(1));
        }
        assertThat(others).isEqualTo(100);
        assertThat(hot).isEqualTo(1);

        var asked = Cost.of(this::anHourOfTheHotHost).within();
        assertThat(asked)
                .as("one each five seconds, in the order in which they are due")
                .isEqualTo(719);
    }

    private int anHourOfTheHotHost() {
        var asked = 0;
        queue.done("https://hot.example/0");
        for (var second = 2; second <= 3_600; second++) {
            var feed = queue.take(NOW.plusSeconds(second));
            if (feed != null) {
                asked++;
                assertThat(feed).isEqualTo("https://hot.example/" + asked);
                queue.done(feed);
            }
        }
        return asked;
    }

    @Test
    void domainsThatShareAnAddressTakeTurnsAsFarAsItIsKnown() throws UnknownHostException {
        var gate = new AddressGate(Duration.ofSeconds(1));
        var shared = List.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 1, 9}));
        assertThat(gate.enter("a.example", shared, NOW.minusSeconds(9))).isNull();
        gate.release("a.example");
        assertThat(gate.enter("b.example", shared, NOW.minusSeconds(5))).isNull();
        gate.release("b.example");
        var shy = new PollQueue(Duration.ofSeconds(5), 1, gate);
        shy.schedule(A1, A1, NOW, false);
        shy.schedule(B, B, NOW, false);
        shy.schedule("https://c.example/", "https://c.example/", NOW, false);
        assertThat(shy.take(NOW)).isEqualTo(A1);
        assertThat(shy.take(NOW)).as("of another machine, or not known yet").isEqualTo("https://c.example/");
        assertThat(shy.take(NOW)).isNull();
        assertThat(shy.take(NOW.plusSeconds(1))).as("one at a time").isNull();
        shy.done(A1);
        assertThat(shy.take(NOW.plusSeconds(2))).isEqualTo(B);
    }

    @Test
    void feedsThatFailedTakeOnlyTheirShareOfTheHands() {
        queue.schedule("https://x.example/", "https://x.example/", NOW, true);
        queue.schedule("https://y.example/", "https://y.example/", NOW, true);
        queue.schedule(B, B, NOW.plusSeconds(1), false);
        assertThat(queue.take(NOW.plusSeconds(2))).isEqualTo("https://x.example/");
        assertThat(queue.take(NOW.plusSeconds(2))).isEqualTo(B);
        assertThat(queue.take(NOW.plusSeconds(2))).isNull();
        queue.done("https://x.example/");
        assertThat(queue.take(NOW.plusSeconds(2))).isEqualTo("https://y.example/");
    }
}
