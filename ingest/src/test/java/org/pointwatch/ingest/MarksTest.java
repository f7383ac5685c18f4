// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class MarksTest {
    private static final Instant NOW = Instant.parse("2025-11-22T12:00:00.700Z");
    private static final String A = "https://a.example/";
    private static final String B = "https://b.example/";

    @Test
    void passesOnWhatIsUnansweredUntilItIsAnswered() {
        var first = Marks.read(Marks.read(null).write(List.of(A), NOW));
        assertThat(first.unanswered(A, null)).isBetween(NOW, NOW.plusSeconds(1));
        assertThat(first.unanswered(A, NOW.minusSeconds(5))).isNotNull();
        assertThat(first.unanswered(A, NOW.plusSeconds(2))).as("answered since").isNull();
        assertThat(first.unanswered(B, null)).isNull();
        var second = Marks.read(first.write(List.of(B), NOW.plusSeconds(600)));
        assertThat(second.unanswered(A, null)).isBetween(NOW, NOW.plusSeconds(1));
        assertThat(second.unanswered(B, null)).isBetween(NOW.plusSeconds(600), NOW.plusSeconds(601));
        second.answered(A);
        assertThat(Marks.read(second.write(List.of(), NOW)).unanswered(A, null)).isNull();
    }

    @Test
    void forgetsAfterADay() {
        var marks = Marks.read(Marks.read(null).write(List.of(A), NOW));
        marks.write(List.of(B), NOW.plus(Duration.ofHours(25)));
        assertThat(marks.unanswered(A, null)).isNull();
    }

    @Test
    void fitsBesideAPosition() {
        var marks = Marks.read(null);
        marks.write(IntStream.range(0, 600).mapToObj(i -> A + i).toList(), NOW);
        var text = marks.write(List.of(B), NOW.plus(Duration.ofHours(23)));
        assertThat(text.length()).isLessThan(4_096);
        assertThat(Marks.read(text).unanswered(B, null)).isNotNull();
    }

    @Test
    void readsNothingFromWhatItDidNotWrite() {
        for (var text : List.of("", "x", "1 ", "1700000000 abc-!!", "- -", "99999999999999999999 a")) {
            assertThat(Marks.read(text).unanswered(A, null)).isNull();
        }
    }
}
