// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.search;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchPiecesTest {
    private static TreeSet<String> pieces(String text) {
        var pieces = new TreeSet<String>();
        SearchPieces.add(text, 10_000, pieces);
        return pieces;
    }

    @Test
    void cutsWhereKindsOfCharactersMeet() {
        assertThat(pieces("A 12.5kg load, example.org/pathсвіт — café"))
                .containsExactly("12", "5", "a", "caf", "example", "kg", "load", "org", "path", "é", "світ");
        assertThat(pieces("")).isEmpty();
        assertThat(pieces("… «» '\\ 👍")).isEmpty();
    }

    @Test
    void foldsCaseByCodePoint() {
        assertThat(pieces("ΟΔΟΣ οδος")).containsExactly("οδοσ");
        assertThat(pieces("İstanbul")).containsExactly("i", "istanbul", "stanbul");
        assertThat(pieces("path\u212A")).containsExactly("k", "path", "pathk");
        assertThat(pieces("ı")).containsExactly("ı");
        assertThat(pieces("𐐀")).containsExactly("𐐨");
    }

    @Test
    void knowsLongRunsByTheirBeginningAndStopsInTime() {
        assertThat(pieces("x".repeat(60))).containsExactly("x".repeat(SearchPieces.LONGEST));
        var pieces = new TreeSet<String>();
        SearchPieces.add("𐐀𐐀 one two", 6, pieces);
        assertThat(pieces).containsExactly("one", "𐐨𐐨");
    }

    @Test
    void widensWordsAndPhrases() {
        assertThat(WiderQuery.of("'army' & 'cap'")).isEqualTo("( 'army' ) & ( 'cap' )");
        assertThat(WiderQuery.of("'army' <-> 'cap' | 'x' <2> 'y'"))
                .isEqualTo("( 'army' ) & ( 'cap' ) | ( 'x' ) & ( 'y' )");
        assertThat(WiderQuery.of("'12.5'")).isEqualTo("( '12.5' | '12' & '5' )");
        assertThat(WiderQuery.of("'o''x\\\\y'")).isEqualTo("( 'o''x\\\\y' | 'o' & 'x' & 'y' )");
    }

    @Test
    void saysWhereEveryTextMayMatch() {
        assertThat(WiderQuery.of("")).isNull();
        assertThat(WiderQuery.of("T")).isNull();
        assertThat(WiderQuery.of("'army' & '«»'")).isNull();
    }
}
