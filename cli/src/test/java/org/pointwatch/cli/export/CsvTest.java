// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pointwatch.wire.Json;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

final class CsvTest {
    private static String row(String json) {
        return Csv.row((ObjectNode) Json.MAPPER.readTree(json));
    }

    @Test
    void aLineEndsAsTheStandardSays() {
        assertThat(Csv.head(List.of("id", "due"))).isEqualTo("id,due\r\n");
        assertThat(row("{\"id\": \"a\", \"due\": null}")).isEqualTo("a,\r\n");
    }

    @Test
    void whatWouldEndACellIsQuoted() {
        assertThat(
                        row(
                                "{\"a\": \"x,y\", \"b\": \"say \\\"no\\\"\", \"c\": \"1\\n2\", \"d\": \"1\\r2\", \"e\": \"ї;👍\"}"))
                .isEqualTo("\"x,y\",\"say \"\"no\"\"\",\"1\n2\",\"1\r2\",ї;👍\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1       | '=1+1",
                "+49        | '+49",
                "-x         | '-x",
                "@SUM(A1)   | '@SUM(A1)",
                "`\\t=1`    | `'\t=1`",
                "`\\r=1`    | `\"'\r=1\"`",
                "=a,b       | \"'=a,b\"",
                "`\\n=1`    | `\"'\n=1\"`",
                "＝1        | '＝1",
                "a=1        | a=1",
                "'=1        | '=1"
            })
    void aFormulaIsMadeText(String text, String cell) {
        assertThat(row("{\"a\": \"" + text + "\"}")).isEqualTo(cell + "\r\n");
    }

    @Test
    void aNumberBelowZeroStaysANumber() {
        assertThat(row("{\"a\": -0.5, \"b\": 7, \"c\": true}")).isEqualTo("-0.5,7,true\r\n");
    }

    @Test
    void listsOfWordsAreOneCellAndDeeperShapesJson() {
        assertThat(row("{\"a\": [\"x\", \"y\"], \"b\": [], \"c\": [{\"d\": 1}], \"e\": [\"=x\"]}"))
                .isEqualTo("x;y,,\"[{\"\"d\"\":1}]\",'=x\r\n");
    }
}
