// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pointwatch.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

final class TerminalTest {
    private static final char ESCAPE = 0x1B;
    private static final char CSI = 0x9B;
    private static final char TURN = 0x202E;

    @Test
    void whatMovesTheCursorOrTurnsTheLineIsShownInstead() {
        assertThat(Terminal.safe(
                        "a" + ESCAPE + "[2Jb" + CSI + "31mc" + TURN + "d" + (char) 7 + (char) 13 + (char) 0x7F))
                .isEqualTo("a\\u001b[2Jb\\u009b31mc\\u202ed\\u0007\\u000d\\u007f");
        var plain = "Übergang 🙂\tцiна\nзавтра";
        assertThat(Terminal.safe(plain)).isSameAs(plain);
    }

    @Test
    void jsonKeepsItsMeaning() {
        var text = "x" + ESCAPE + CSI + TURN + "y";
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Talk(out, out, false).result(Json.MAPPER.writeValueAsString(text));
        var line = bytes.toString(StandardCharsets.UTF_8);
        assertThat(line.chars()).noneMatch(c -> c == ESCAPE || c == CSI || c == TURN);
        assertThat(Json.MAPPER.readValue(line, String.class)).isEqualTo(text);
    }
}
