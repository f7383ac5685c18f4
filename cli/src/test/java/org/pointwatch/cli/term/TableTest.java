// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.term;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TableTest {
    @Test
    void alignsColumnsAndCutsAllButTheLast() {
        var table = new Table("FEED", "TITLE", "REASON")
                .row("https://a.example/", "Київ\tне спить", "x".repeat(100))
                .row("b".repeat(100), null, "y");
        assertThat(table.aligned())
                .containsExactly(
                        "FEED" + " ".repeat(58) + "TITLE" + " ".repeat(10) + "REASON",
                        "https://a.example/" + " ".repeat(44) + "Київ не спить  " + "x".repeat(100),
                        "b".repeat(59) + "…  " + " ".repeat(15) + "y");
    }

    @Test
    void printsTabsInFullForPrograms() {
        var table = new Table("FEED", "TITLE").row("b".repeat(100), "a\tb");
        assertThat(table.tabbed()).containsExactly("b".repeat(100) + "\ta b");
    }
}
