// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.alert.Fact;
import org.pointwatch.domain.alert.Source;
import org.pointwatch.domain.alert.TargetMemory;
import org.pointwatch.domain.alert.TargetMemory.Episode;
import org.pointwatch.domain.alert.TargetMemory.KnownDeadline;
import org.pointwatch.domain.alert.TargetMemory.Told;
import org.pointwatch.domain.dossier.AlertKind;
import org.pointwatch.domain.figure.Figure;

import static org.assertj.core.api.Assertions.assertThat;

class AlertSerdesTest {
    private static final Instant AT = Instant.parse("2025-11-22T12:00:00.5Z");
    private static final Source SOURCE = new Source("a", null, AT, true, "Half a \ud83d character.");

    @Test
    void everyFactComesBack() {
        var facts = List.of(
                new Fact.Sighted(SOURCE),
                new Fact.Sighted(SOURCE, -300),
                new Fact.Counted(List.of(new Figure("p", 0.5, "%", "½", 1, 2, "trump")), SOURCE),
                new Fact.Deadline("d", "ukraine", null, "2025-11-27", AT, "day", "set", null, 3, SOURCE),
                new Fact.Deadline("d", null, "us", null, null, "week", "merged", "e", 0, SOURCE),
                new Fact.DeadlineGone("d"));
        var serde = AlertSerdes.fact();
        for (var fact : facts) {
            assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", fact)))
                    .isEqualTo(fact);
        }
    }

    @Test
    void aMemoryComesBack() {
        var memory = new TargetMemory(
                Map.of("surge|2025-11-22", new Told(AT, "alert", null), "b", new Told(AT, null, "story")),
                Map.of(AlertKind.SURGE, AT),
                Map.of("d", new KnownDeadline(null, "2025-11-27", AT, "day", "set", false, "alert", SOURCE)),
                Map.of("soldiers", List.of(600_000.0, 0.1)),
                Map.of(AlertKind.TONE_SHIFT, new Episode(null, AT, 2.5, AT)),
                List.of(SOURCE),
                AT,
                List.of(),
                List.of(SOURCE));
        var serde = AlertSerdes.memory();
        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", memory)))
                .isEqualTo(memory);
        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", TargetMemory.NOTHING)))
                .isEqualTo(TargetMemory.NOTHING);
    }
}
