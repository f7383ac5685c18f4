// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.desk.view.Samples.NOON;
import static org.pointwatch.desk.view.Samples.finding;

final class FindingReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\tscript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//news.example/a",
                "/a",
                "https:",
                "https:///a",
                "https://user@news.example/",
                "https://news.example/a b",
                "https://news.example/\n",
                ""
            })
    void followsNoOtherAddress(String url) {
        assertThat(FindingReader.link(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example/a?b=c#d", "HTTP://news.example", "https://новини.example/стаття"})
    void followsTheWeb(String url) {
        assertThat(FindingReader.link(url)).isEqualTo(url);
    }

    @Test
    void takesTheTextsSentenceBeforeTheTitles() {
        var sightings = FindingReader.sightings(
                finding("a", NOON, "one.example", "The sentence.", List.of("p"), List.of("actor")));

        assertThat(sightings).containsOnlyKeys("point:p", "actor:actor", "plan:plan");
        assertThat(sightings.get("point:p").sentence()).isEqualTo("The sentence.");
    }
}
