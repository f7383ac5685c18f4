// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pointwatch.cli.tool.Judged.Target;
import org.pointwatch.cli.tool.Judged.Verdict;
import org.pointwatch.wire.Json;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class GoldScoreTest {
    private final GoldScore score = new GoldScore(List.of("cap", "veto", "silent"), List.of("smith"));

    @Test
    void nothingIsScoredAsNothing() {
        assertThat(score.lines()).isZero();
        assertThat(score.points().micro()).isEqualTo(Hits.NONE);
        assertThat(score.points().micro().f1()).isNull();
        assertThat(score.points().macroF1()).isNull();
        assertThat(ScoreTable.of(score)).isNotEmpty();
    }

    @Test
    void hitsAddUpByTargetAndByLanguage() {
        score.add(judged(List.of(target("cap", Verdict.RIGHT), target("veto", Verdict.EXTRA)), List.of()), "en");
        score.add(judged(List.of(target("cap", Verdict.MISSED)), List.of(target("smith", Verdict.RIGHT))), "de");
        score.add(judged(List.of(target("cap", Verdict.RIGHT)), List.of()), "en");
        assertThat(score.points().byTarget())
                .containsEntry("cap", new Hits(2, 0, 1))
                .containsEntry("veto", new Hits(0, 1, 0))
                .containsEntry("silent", Hits.NONE);
        assertThat(score.points().micro()).isEqualTo(new Hits(2, 1, 1));
        assertThat(score.lines()).isEqualTo(3);
        assertThat(score.languages().keySet()).containsExactly("de", "en");
        assertThat(score.languages().get("en")).isEqualTo(new GoldScore.LanguageHits(2, new Hits(2, 1, 0), Hits.NONE));
        assertThat(score.languages().get("de"))
                .isEqualTo(new GoldScore.LanguageHits(1, new Hits(0, 0, 1), new Hits(1, 0, 0)));
    }

    @Test
    void sharesMeanNothingWithoutCases() {
        assertThat(new Hits(0, 0, 3).precision()).isNull();
        assertThat(new Hits(0, 0, 3).recall()).isZero();
        assertThat(new Hits(0, 2, 0).recall()).isNull();
        assertThat(new Hits(0, 2, 0).f1()).isZero();
        assertThat(new Hits(6, 2, 4).precision()).isEqualTo(0.75);
        assertThat(new Hits(6, 2, 4).recall()).isEqualTo(0.6);
        assertThat(new Hits(6, 2, 4).f1()).isEqualTo(12.0 / 18);
    }

    @Test
    void theMacroMeanLeavesOutWhatNeverOccurs() {
        score.add(judged(List.of(target("cap", Verdict.RIGHT), target("veto", Verdict.MISSED)), List.of()), "en");
        assertThat(score.points().macroF1()).isCloseTo(0.5, within(1e-9));
    }

    private static Target target(String id, Verdict verdict) {
        return new Target(id, verdict, List.of());
    }

    private static Judged judged(List<Target> points, List<Target> actors) {
        var object = (ObjectNode) Json.MAPPER.readTree("{\"id\":\"a\",\"text\":\"t\"}");
        try {
            return new Judged(
                    new GoldLine(object.path("id"), "f:1", false, ArticleLine.of(object), Set.of(), Set.of()),
                    points,
                    actors);
        } catch (BadLine e) {
            throw new AssertionError(e);
        }
    }
}
