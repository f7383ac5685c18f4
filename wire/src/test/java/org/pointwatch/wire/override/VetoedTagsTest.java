// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.override;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pointwatch.domain.article.EventTime;
import org.pointwatch.domain.deadline.DeadlineMention;
import org.pointwatch.domain.figure.Figure;
import org.pointwatch.domain.quote.Quote;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.tagging.ActorMention;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.wire.record.Finding;

import static org.assertj.core.api.Assertions.assertThat;

final class VetoedTagsTest {
    private static final Finding ALL = finding();

    private static Finding finding() {
        var evidence = List.of(new Evidence(0, 4, 0, "r"));
        return new Finding(
                "a",
                "r",
                "plan",
                "1",
                "one.example",
                null,
                "Title",
                "en",
                null,
                null,
                null,
                Instant.parse("2025-11-22T12:00:00Z"),
                EventTime.Source.values()[0],
                List.of(new Sentence(0, 20, false, "Words of somebody.")),
                List.of(new PointMention("cap", 1, null, evidence), new PointMention("bloc", 1, null, evidence)),
                List.of(new ActorMention("rubio", null, evidence), new ActorMention("kyiv", null, evidence)),
                List.of(deadline("rubio", "kyiv", "cap", "bloc")),
                List.of(),
                List.of(figure("cap", "kyiv"), figure("bloc", "rubio")),
                List.of(new Quote("rubio", "Marco Rubio", "words", 0, 5, List.of("cap", "bloc"))),
                List.of(stance("rubio", "cap", null), stance("kyiv", "bloc", "rubio"), stance("kyiv", "cap", "Ann")),
                120);
    }

    private static DeadlineMention deadline(String setBy, String bound, String... points) {
        return new DeadlineMention(
                "Thursday", 0, 8, 0, "2025-11-27", List.of(), "day", "set", setBy, bound, List.of(points));
    }

    private static Figure figure(String point, String speaker) {
        return new Figure(point, 1, "soldiers", "one", 0, 3, speaker);
    }

    private static StanceMention stance(String actor, String point, String by) {
        return new StanceMention(actor, point, "oppose", 0, 5, 0, "words", by);
    }

    @Test
    void aVetoedPointIsGoneWithItsFiguresAndStances() {
        var left = VetoedTags.without(ALL, List.of("point:cap"));
        assertThat(left.points()).containsExactly(ALL.points().get(1));
        assertThat(left.actors()).isEqualTo(ALL.actors());
        assertThat(left.figures()).containsExactly(figure("bloc", "rubio"));
        assertThat(left.stances()).containsExactly(stance("kyiv", "bloc", "rubio"));
        assertThat(left.deadlines()).containsExactly(deadline("rubio", "kyiv", "bloc"));
        assertThat(left.quotes().get(0).points()).containsExactly("bloc");
        assertThat(left.sentences()).isEqualTo(ALL.sentences());
        assertThat(left.tone()).isEqualTo(120);
    }

    @Test
    void aVetoedActorIsNamedNowhereButInWords() {
        var left = VetoedTags.without(ALL, List.of("actor:rubio"));
        assertThat(left.actors()).containsExactly(ALL.actors().get(1));
        assertThat(left.points()).isEqualTo(ALL.points());
        assertThat(left.figures()).containsExactly(figure("cap", "kyiv"), figure("bloc", null));
        assertThat(left.stances()).containsExactly(stance("kyiv", "cap", "Ann"));
        assertThat(left.deadlines()).containsExactly(deadline(null, "kyiv", "cap", "bloc"));
        assertThat(left.quotes())
                .containsExactly(new Quote(null, "Marco Rubio", "words", 0, 5, List.of("cap", "bloc")));
    }

    @Test
    void severalVetoesComeToTheSameInAnyOrder() {
        var both = VetoedTags.without(ALL, List.of("point:bloc", "actor:kyiv"));
        assertThat(both)
                .isEqualTo(VetoedTags.without(
                        VetoedTags.without(ALL, List.of("actor:kyiv")), List.of("point:bloc", "actor:kyiv")));
        assertThat(VetoedTags.without(ALL, List.of("point:bloc", "point:cap")).stances())
                .isNull();
    }

    @Test
    void whatIsNotThereChangesNothing() {
        assertThat(VetoedTags.without(ALL, List.of())).isSameAs(ALL);
        assertThat(VetoedTags.without(ALL, List.of("point:kyiv", "actor:cap", "plan:plan", "all")))
                .isEqualTo(ALL);
    }
}
