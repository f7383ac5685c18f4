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
        assertThat(of("1", Override.VETO_OUTLET, null, null, NOON).key()).isEqualTo("outlet:a");
    }

    @ParameterizedTest
    @CsvSource({"join,b,", "SPLIT,,", "'',,", "merge,,", "merge,a,", "veto-tag,,"})
    void refusesWhatSaysNothing(String kind, @Nullable String with, @Nullable String tag) {
        assertThatThrownBy(() -> of("1", kind, with, tag, NOON)).isInstanceOf(IllegalArgumentException.class);
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
