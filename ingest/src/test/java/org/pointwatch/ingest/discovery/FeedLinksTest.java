// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.discovery;

import org.junit.jupiter.api.Test;
import org.pointwatch.ingest.discovery.FeedLinks.FeedLink;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedLinksTest {
    private static final String URL = "https://site.example/news/index.html";

    @Test
    void findsWhatThePageDeclaresAndThenWhatLooksLikeAFeed() {
        var html =
                """
                <html><head><link rel="stylesheet" href="/s.css">
                <link rel="alternate" type="application/rss+xml" title="All &amp; more" href="../rss.xml">
                <link rel="alternate" hreflang="de" href="/de"><link rel="ALTERNATE" type="application/atom+xml" href="/atom">
                <link rel="alternate" type="application/feed+json" href="javascript:x"></head>
                <body><a href="/world/feed/">World</a><a href="/about">About</a><a href="/atom">again</a></body></html>""";
        assertThat(FeedLinks.in(html, URL))
                .containsExactly(
                        new FeedLink("https://site.example/rss.xml", "All & more"),
                        new FeedLink("https://site.example/atom", ""),
                        new FeedLink("https://site.example/world/feed/", "World"));
    }

    @Test
    void resolvesAgainstTheBaseThatThePageNames() {
        var html = "<base href=\"https://cdn.example/x/\"><link rel=alternate type=application/rss+xml href=feed>";
        assertThat(FeedLinks.in(html, URL)).containsExactly(new FeedLink("https://cdn.example/x/feed", ""));
    }

    @Test
    void guessesOnlyOnTheSameSite() {
        assertThat(FeedLinks.usual(URL)).isNotEmpty().allMatch(u -> u.startsWith("https://site.example/"));
        assertThat(FeedLinks.usual("no address")).isEmpty();
    }
}
