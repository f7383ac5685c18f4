// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.WireException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class OverrideTest {
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private static Override of(String id, String kind, @Nullable String with, @Nullable String tag, Instant at) {
        return new Override(id, kind, "a", with, tag, "analyst", "", at);
    }

    @Test
    void theNewestByTimeAndThenByIdComesLast() {
        var late = of("1", Override.SPLIT, null, null, NOON.plusMillis(1));
        var tied = of("2", Override.UNDO, null, null, NOON);
        var first = of("1", Override.MERGE, "b", null, NOON);
        assertThat(Collections.max(List.of(tied, late, first), Override.BY_AGE)).isEqualTo(late);
        assertThat(Stream.of(late, tied, first).sorted(Override.BY_AGE)).containsExactly(first, tied, late);
    }

    @Test
    void anArticleAndAnOutletHaveKeysOfTheirOwn() {
        assertThat(of("1", Override.SPLIT, null, null, NOON).key()).isEqualTo("article:a");
        assertThat(of("1", Override.VETO_TAG, null, "point:x", NOON).key()).isEqualTo("article:a");
        assertThat(of("1", Override.ALLOW_TAG, null, "point:x", NOON).key()).isEqualTo("article:a");
        assertThat(of("1", Override.VETO_OUTLET, null, null, NOON).key()).isEqualTo("outlet:a");
        assertThat(of("1", Override.ALLOW_OUTLET, null, null, NOON).key()).isEqualTo("outlet:a");
    }

    @ParameterizedTest
    @CsvSource({"join,b,", "SPLIT,,", "'',,", "merge,,", "merge,a,", "veto-tag,,", "allow-tag,,"})
    void refusesWhatSaysNothing(String kind, @Nullable String with, @Nullable String tag) {
        assertThatThrownBy(() -> of("1", kind, with, tag, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordOfAnArticleSaysWhatElseStands() {
        var merge = of("1", Override.MERGE, "b", null, NOON);
        var one = new Override.Veto("point:x", "2", "analyst", "", NOON);
        var other = new Override.Veto("actor:y", "3", "analyst", "", NOON);
        var veto = of("3", Override.VETO_TAG, null, "actor:y", NOON).beside(List.of(one, other), merge);
        assertThat(veto.standing()).containsExactly(other, one);
        assertThat(veto.storyDecision()).isEqualTo(merge);
        var split = of("4", Override.SPLIT, null, null, NOON).beside(List.of(one), merge);
        assertThat(split.standing()).containsExactly(one);
        assertThat(split.storyDecision()).isEqualTo(split);
        assertThat(split.story()).isNull();
    }

    @Test
    void aVetoOfAnOlderBuildStandsAloneAndWhatAllowsLeavesNothing() {
        assertThat(of("1", Override.VETO_TAG, null, "point:x", NOON).standing())
                .containsExactly(new Override.Veto("point:x", "1", "analyst", "", NOON));
        assertThat(of("1", Override.ALLOW_TAG, null, "point:x", NOON).standing())
                .isEmpty();
        assertThat(of("1", Override.VETO_TAG, null, "point:x", NOON).storyDecision())
                .isNull();
        assertThat(of("1", Override.VETO_OUTLET, null, null, NOON).storyDecision())
                .isNull();
    }

    @Test
    void whatIsSaidOfAStoryIsADecisionOnIt() {
        assertThatThrownBy(() -> new Override.OnStory("1", "veto-tag", null, "", "", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("split, merge or undo");
    }

    @Test
    void aTopicWithAnUnknownKindCannotBeReadAndSaysWhy() {
        var bytes = "{\"v\":1,\"id\":\"1\",\"kind\":\"join\",\"subject\":\"a\",\"by\":\"\",\"why\":\"\",\"at\":\"%s\"}"
                .formatted(NOON)
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonSerde.of(Topics.OVERRIDES).decode(bytes))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("kind is 'join'");
    }
}
