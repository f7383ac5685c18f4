// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.record.Polling.Document;

import static org.assertj.core.api.Assertions.assertThat;

final class TrustTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");

    /** An entry each three hours until now. */
    private static Tempo tempo() {
        var times = new ArrayList<Instant>();
        for (var i = 1; i < 80; i++) {
            times.add(NOW.minus(Duration.ofHours(3L * i)));
        }
        return Tempo.UNKNOWN.after(NOW, times);
    }

    private static Document document(boolean hides) {
        return new Document("a", NOW, 20, 0, 5, hides);
    }

    private static List<Integer> daysOfFullRequests(Document first, int days) {
        var document = first;
        var asked = new ArrayList<Integer>();
        for (var hour = 1; hour <= days * 24; hour++) {
            var now = NOW.plus(Duration.ofHours(hour));
            if (Trust.asksInFull(document, tempo(), now)) {
                asked.add(hour / 24);
                document = Trust.read(document, "a", 20, false, false, false, now);
            }
        }
        return asked;
    }

    @Test
    void asksAgainInFullOnlyAfterSuspiciousSilenceAndEverMoreRarely() {
        assertThat(daysOfFullRequests(document(false), 64)).containsExactly(1, 2, 4, 8, 17, 35);
    }

    @Test
    void asksALiarOnceADay() {
        assertThat(daysOfFullRequests(document(true), 10)).hasSize(10);
    }

    @Test
    void neverSuspectsAFeedThatKeepsItsRhythm() {
        var now = NOW.plus(Duration.ofDays(30));
        var tempo = tempo();
        for (var hour = 3; hour <= 30 * 24; hour += 3) {
            var at = NOW.plus(Duration.ofHours(hour));
            tempo = tempo.after(at, List.of(at.minusSeconds(100)));
        }
        assertThat(Trust.asksInFull(document(false), tempo, now)).isFalse();
        assertThat(Trust.asksInFull(null, tempo, now)).isFalse();
    }

    @Test
    void knowsAServerThatNeverAnswers304() {
        var document = Trust.read(null, "a", 20, false, false, true, NOW);
        for (var i = 0; i < 3; i++) {
            assertThat(Trust.ignored(document)).isFalse();
            document = Trust.read(document, "a", 20, true, false, false, NOW);
        }
        assertThat(Trust.ignored(document)).isTrue();
        assertThat(Trust.ignored(Trust.confirmed(document))).isFalse();
        assertThat(Trust.ignored(Trust.read(document(false), "b", 20, true, false, true, NOW)))
                .isFalse();
    }

    @Test
    void forgivesALiarThatTellsOfSomethingNew() {
        var caught = Trust.read(document(false), "b", 20, false, true, true, NOW);
        assertThat(caught.hides()).isTrue();
        assertThat(Trust.read(caught, "b", 20, false, false, false, NOW).hides())
                .isTrue();
        assertThat(Trust.read(caught, "c", 20, true, false, true, NOW).hides()).isFalse();
    }
}
