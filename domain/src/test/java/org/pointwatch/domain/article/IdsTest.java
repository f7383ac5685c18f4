// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.article;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ids are on topics and in addresses for years: these values must never change. */
final class IdsTest {
    @Test
    void staysTheSameOverTheYears() {
        assertThat(Ids.article("https://example.org/news/1")).isEqualTo("500183ac4ddd29793fd0");
        assertThat(Ids.article("https://example.org/feed.xml", "tag:1")).isEqualTo("b322174380e8311c6cf7");
        assertThat(Ids.revision("Title", "Summary", "Text")).isEqualTo("41ad6dde89665c48a39f");
        assertThat(Ids.revision("Київ", "", "")).isEqualTo("e7fe10896cc51593315e");
    }

    @Test
    void isTwentyLowerCaseHexDigits() {
        assertThat(Ids.article("")).matches("[0-9a-f]{20}");
    }

    @Test
    void tellsPartsApartThatReadTheSameInARow() {
        var ids = List.of(
                Ids.revision("ab", "c", ""),
                Ids.revision("a", "bc", ""),
                Ids.revision("abc", "", ""),
                Ids.revision("", "abc", ""),
                Ids.revision("", "", "abc"),
                Ids.hash("revision", "abc"),
                Ids.hash("revisiona", "bc"),
                Ids.hash("revision", "ab\0\0\0\0\1c"));
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void tellsKindsApart() {
        assertThat(Ids.hash("article", "x")).isNotEqualTo(Ids.hash("entry", "x"));
    }
}
