// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextTest {
    @Test
    void replacesNulAndHalvesOfCharacters() {
        assertThat(Text.clean("a\0b\uD800c\uDC00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(Text.clean("\uD83D\uDE00\uD83D")).isEqualTo("\uD83D\uDE00\uFFFD");
    }

    @Test
    void leavesWholeTextAsItIs() {
        var text = "Жив \uD83D\uDE00";
        assertThat(Text.clean(text)).isSameAs(text);
        assertThat(Text.clean(null)).isNull();
    }

    @Test
    void findsTheEscapedNulOfJsonAndNoOther() {
        assertThat(Text.cleanJson("[\"a\\u0000b\"]")).isEqualTo("[\"a\uFFFDb\"]");
        assertThat(Text.cleanJson("[\"a\\\\u0000b\"]")).isEqualTo("[\"a\\\\u0000b\"]");
        assertThat(Text.cleanJson("[\"\\\\\\u0000\"]")).isEqualTo("[\"\\\\\uFFFD\"]");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Text.cut("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
    }
}
