// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.tool;

import org.junit.jupiter.api.Test;
import org.pointwatch.cli.tool.StoryScore.KindHits;
import org.pointwatch.cli.tool.StoryScore.Said;
import org.pointwatch.domain.story.Relation;

import static org.assertj.core.api.Assertions.assertThat;

final class StoryScoreTest {
    private static final Said ORIGINAL = new Said(Relation.ORIGINAL, null);
    private static final Said COPY_OF_A = new Said(Relation.COPY, "a");
    private static final Said COPY_OF_B = new Said(Relation.COPY, "b");
    private static final Said UPDATE_OF_A = new Said(Relation.UPDATE, "a");
    private static final Said REWRITE_OF_A = new Said(Relation.REWRITE, "a");

    private final StoryScore score = new StoryScore();

    @Test
    void nothingIsScoredAsNothing() {
        assertThat(score.articles()).isZero();
        assertThat(score.sameText()).isEqualTo(Hits.NONE);
        assertThat(StoryScoreTable.of(score)).isNotEmpty();
    }

    @Test
    void aCopyOfTheWrongArticleIsOneTooManyAndOneMissed() {
        assertThat(score.add("k", COPY_OF_B, COPY_OF_A)).isFalse();
        assertThat(score.sameText()).isEqualTo(new Hits(0, 1, 1));
        assertThat(score.rewrites()).isEqualTo(Hits.NONE);
    }

    @Test
    void anUpdateCalledACopyHasTheSameTextButIsNotRight() {
        assertThat(score.add("k", COPY_OF_A, UPDATE_OF_A)).isFalse();
        assertThat(score.add("k", COPY_OF_A, COPY_OF_A)).isTrue();
        assertThat(score.sameText()).isEqualTo(new Hits(2, 0, 0));
        assertThat(score.exact()).isOne();
    }

    @Test
    void aRewriteCalledACopyIsMissedAsTheOneAndTooManyAsTheOther() {
        assertThat(score.add("k", COPY_OF_A, REWRITE_OF_A)).isFalse();
        assertThat(score.sameText()).isEqualTo(new Hits(0, 1, 0));
        assertThat(score.rewrites()).isEqualTo(new Hits(0, 0, 1));
    }

    @Test
    void kindsAreCountedApart() {
        score.add("serial", ORIGINAL, ORIGINAL);
        score.add("serial", COPY_OF_A, ORIGINAL);
        score.add("copy-page", COPY_OF_A, COPY_OF_A);
        assertThat(score.kinds())
                .containsEntry("serial", new KindHits(2, 1))
                .containsEntry("copy-page", new KindHits(1, 1));
        assertThat(score.articles()).isEqualTo(3);
        assertThat(score.wrong()).isOne();
    }
}
