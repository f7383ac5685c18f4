// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class HubLinksTest {
    private static final HubLinks FOUND = new HubLinks("https://hub.example/?a=1&b=2", "https://a.example/feed");

    private static HubLinks in(String document, String... headers) {
        return HubLinks.of(document.getBytes(StandardCharsets.UTF_8), List.of(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed><link rel=\"hub\" href=\"https://hub.example/?a=1&amp;b=2\"/><link rel=\"self\" href=\"https://a.example/feed\"/><entry/></feed>",
                "<rss><channel><atom:link href='https://hub.example/?a=1&amp;b=2' rel='hub'/><link>https://a.example/</link>"
                        + "<atom:link type=\"text/xml\" rel = \"self alternate\" href=\"https://a.example/feed\" /><item/>",
                "<feed><link data-href=\"https://other.example/\" REL=\"x\" rel=\"HUB\" href=\" https://hub.example/?a=1&#38;b=2 \"/>"
                        + "<link rel=\"self\" href=\"https://a.example/feed\"/>"
            })
    void findsThemInDocuments(String document) {
        assertThat(in(document)).isEqualTo(FOUND);
    }

    @Test
    void findsThemInHeadersFirst() {
        var document =
                "<feed><link rel='hub' href='https://no.example/'/><link rel='self' href='https://no.example/'/>";
        assertThat(in(
                        document,
                        "<https://hub.example/?a=1&b=2>; rel=\"hub\", <https://a.example/feed>;title=x; rel=self",
                        "<https://next.example/>; rel=next"))
                .isEqualTo(FOUND);
        assertThat(in(
                        "<feed><link rel='self' href='https://a.example/feed'/>",
                        "<https://hub.example/?a=1&b=2>;rel=hub"))
                .isEqualTo(FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<link",
                "<link rel=hub href=https://hub.example/>",
                "<feed><link rel=\"hub\" href=\"https://hub.example/\"/></feed>",
                "<feed><link rel=\"hub\" href=\"javascript:alert(1)\"/><link rel=\"self\" href=\"https://a.example/feed\"/>",
                "<feed><entry><link rel=\"hub\" href=\"https://hub.example/\"/><link rel=\"self\" href=\"https://a.example/\"/>",
                "<feed><linked rel=\"hub\" href=\"https://hub.example/\"/><links rel=\"self\" href=\"https://a.example/\"/>",
                "<feed><link rel=\"hub\" href=\"https://hub.example/><link rel=\"self\" href=\"https://a.example/"
            })
    void findsNothingWhereNothingIsSaid(String document) {
        assertThat(in(document)).isNull();
    }

    @Test
    void aHeadOfNothingButLinksIsReadOnce() {
        var document = "<feed>" + "<link rel='x' href='https://a.example/'/>".repeat(100_000);
        assertThat(in(document, "<".repeat(100_000), "<https://a.example/>" + ";rel".repeat(100_000)))
                .isNull();
    }
}
