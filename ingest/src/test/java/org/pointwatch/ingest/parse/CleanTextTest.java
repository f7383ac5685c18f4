// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class CleanTextTest {
    @Test
    void removesWhatNoReaderSees() {
        assertThat(CleanText.line("a\u0000b\u0007c\u202Ed\u200Be\uFEFFf\u0085g\u001B[31m", 99))
                .isEqualTo("abcdef g[31m");
        assertThat(CleanText.line("x\uDB40\uDC41y\u00ADz\uFFFEw", 99)).isEqualTo("xyzw");
    }

    @Test
    void replacesLoneSurrogatesAndKeepsPairs() {
        assertThat(CleanText.line("a\uD800b\uDC00c \uD83D\uDE00", 99)).isEqualTo("a\uFFFDb\uFFFDc \uD83D\uDE00");
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(CleanText.line("  a\r\n b\tc\u2028d\u00A0 e ", 99)).isEqualTo("a b c d e");
    }

    @Test
    void composesAndCutsByCodePoint() {
        assertThat(CleanText.line("Cafe\u0301", 99)).isEqualTo("Caf\u00e9");
        assertThat(CleanText.line("\uD83D\uDE00".repeat(5), 3)).isEqualTo("\uD83D\uDE00".repeat(3));
        assertThat(CleanText.head("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    }

    @Test
    void keepsParagraphsWithoutEmptyOnes() {
        assertThat(CleanText.paragraphs("\n a \n\n\n b  c \r\n")).isEqualTo("a\nb c");
    }

    @Test
    void turnsMarkupIntoParagraphsDecodedOnce() {
        assertThat(HtmlText.of(
                        "<h1>A</h1>b <i>c</i><br>d<ul><li>e</li><li>f</li></ul><style>g</style>&amp;lt;h&nbsp;i"))
                .isEqualTo("A\nb c\nd\ne\nf\n&lt;h i");
        assertThat(HtmlText.of("2 < 3 & 4")).isEqualTo("2 < 3 & 4");
        assertThat(HtmlText.of("one\ntwo")).isEqualTo("one two");
    }

    @Test
    void keepsJoinersWhereAScriptNeedsThem() {
        assertThat(CleanText.line("می\u200Cخواهم a\u200Cb", 99)).isEqualTo("می\u200Cخواهم ab");
    }
}
