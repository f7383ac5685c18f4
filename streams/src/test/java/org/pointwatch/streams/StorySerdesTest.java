// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.dedup.Comparison;
import org.pointwatch.domain.dedup.Document;
import org.pointwatch.domain.dedup.Match;
import org.pointwatch.domain.dedup.Match.Matches;
import org.pointwatch.domain.dedup.Overlap;
import org.pointwatch.domain.dedup.Overlap.Share;
import org.pointwatch.domain.dedup.Probe;
import org.pointwatch.domain.dedup.Sketcher;
import org.pointwatch.domain.story.Ruling;
import org.pointwatch.domain.story.StoryMessage.Place;
import org.pointwatch.domain.story.StoryState;
import org.pointwatch.domain.story.StoryState.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StorySerdesTest {
    private static final Instant TIME = Instant.parse("2025-11-22T12:00:00.123Z");
    private static final String TEXT = "Envoys met in Geneva on 23 November. ".repeat(3)
            + "Nobody at the table said how many soldiers Ukraine would keep, and nobody asked.";

    @Test
    void aProbeKeepsItsHashesAndItsDocument() {
        for (var article : List.of("0123456789abcdef0123", "no hex at all", "abc", "")) {
            var sketch = Sketcher.sketch("Talks in Geneva resume on Sunday", TEXT);
            var document = Document.of(article, "r1", TIME, TIME.plusSeconds(1), "\u00f6.example", sketch);
            for (var probe : Probe.of(document, sketch, true)) {
                same(StorySerdes.probe(), probe);
                same(StorySerdes.kept(), new MatchShards.Kept(17, probe));
                assertThat(through(StorySerdes.probe(), probe).document().titleWords())
                        .isEqualTo(document.titleWords());
            }
        }
    }

    @Test
    void whatWasWrittenIsRead() {
        var matches = new Matches("a", "r1", 1, false, List.of(match("b"), match("00ff")));
        same(StorySerdes.matches(), matches);
        same(StorySerdes.match(), match("b"));
        same(StorySerdes.ruling(), new Ruling(Ruling.Kind.MERGE, "b", TIME, "decision"));
        same(StorySerdes.state(), StoryState.unknown("a"));
        var place = new Place("b", TIME, "\u00f6.example");
        same(
                StorySerdes.state(),
                new StoryState(
                        "a",
                        TIME,
                        "o.example",
                        true,
                        3,
                        false,
                        place,
                        true,
                        place,
                        new Ruling(Ruling.Kind.SPLIT, null, TIME, "d"),
                        List.of(),
                        List.of(new Answer("b", -1, true, TIME, null), new Answer("c", 4, false, TIME, place))));
    }

    @Test
    void anotherVersionIsNeverGuessedAt() {
        assertThatThrownBy(() -> StorySerdes.state().deserializer().deserialize("t", new byte[] {9, 0}))
                .hasMessageContaining("version 9");
    }

    private static Match match(String article) {
        var overlap = new Overlap(
                1,
                new Share(20, 31, 33),
                new Share(3, 4, 5),
                new Share(5, 5, 6),
                1,
                new Share(9, 16, 17),
                new Share(0, 0, 1));
        return new Match(article, "r2", TIME, "p.example", -77, new Comparison(true, 70, 40_000, 100, overlap));
    }

    private static <V> void same(Serde<V> serde, V value) {
        assertThat(through(serde, value)).isEqualTo(value);
    }

    private static <V> V through(Serde<V> serde, V value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }
}
